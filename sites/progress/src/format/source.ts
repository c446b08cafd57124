/** A source: its name, and its address where it ends in one. */
export interface SourceWords {
  name: string;
  url: string | null;
}

/** "Báo Bình Thuận: https://…" as a name and a link; any other text is a name. Only http and https become links. */
export function sourceWords(source: string): SourceWords {
  const match = /^(.*?):?\s*(https?:\/\/\S+)$/u.exec(source);
  const [, name = "", url = ""] = match ?? [];
  if (match === null || !URL.canParse(url)) return { name: source, url: null };
  return { name: name === "" ? new URL(url).hostname : name, url };
}
