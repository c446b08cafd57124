import { fillMessage, type IssueCode, issueOf, type LocalText } from "@tiendo/schema";

/** A file none of whose rows can be used. The run goes on with the other files. */
export class FileRefusal extends Error {
  override name = "FileRefusal";
  readonly code: IssueCode;
  /** The message in both languages, without the file's name. */
  readonly text: LocalText;

  /** @param found what the file holds @param expected what it should hold; a text stands for both languages */
  constructor(code: IssueCode, found: string | LocalText, expected: string | LocalText = "") {
    const text = { vi: messageIn("vi", code, found, expected), en: messageIn("en", code, found, expected) };
    super(text.en);
    this.code = code;
    this.text = text;
  }
}

function messageIn(
  language: "vi" | "en",
  code: IssueCode,
  found: string | LocalText,
  expected: string | LocalText,
): string {
  const pick = (text: string | LocalText) => (typeof text === "string" ? text : text[language]);
  return fillMessage(issueOf(code).messages[language], { found: pick(found), expected: pick(expected) });
}
