import { fillMessage, type IssueCode, issueOf, type LocalText } from "@tiendo/schema";

/** A sent folder that cannot be relied on; the run goes on with the others, and its unit is not reported. */
export class FolderRefusal extends Error {
  override name = "FolderRefusal";
  readonly code: IssueCode;
  /** The message in both languages, without the folder's name. */
  readonly text: LocalText;

  /** @param found what the folder holds @param expected what it should hold */
  constructor(code: IssueCode, found: LocalText, expected: LocalText) {
    const { messages } = issueOf(code);
    const filled = (lang: "vi" | "en") => fillMessage(messages[lang], { found: found[lang], expected: expected[lang] });
    super(filled("en"));
    this.code = code;
    this.text = { vi: filled("vi"), en: filled("en") };
  }
}

/** A text that is the same in both languages. */
export function plain(text: string): LocalText {
  return { vi: text, en: text };
}
