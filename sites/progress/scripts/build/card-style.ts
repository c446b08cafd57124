import { readFileSync } from "node:fs";
import { join } from "node:path";
import { siteRoot } from "./options.ts";

const folder = join(siteRoot, "src/styles");
const styles = ["fonts.css", "tokens.css", "card.css"];

/** All styles of a card as one text that needs no other file: its fonts stand in it. */
export function cardStyle(): string {
  const text = styles.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  return text.replace(/url\("([^"]+)"\)/g, (_, file: string) => {
    return `url("data:font/woff2;base64,${readFileSync(join(folder, file)).toString("base64")}")`;
  });
}
