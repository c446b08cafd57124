import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { siteRoot } from "./options.ts";

const { resolve } = createRequire(import.meta.url);
const styles = ["fonts.css", "tokens.css", "card.css"];

/** All styles of a card as one text that needs no other file: its fonts stand in it. */
export function cardStyle(): string {
  const text = styles.map((name) => readFileSync(join(siteRoot, "src/styles", name), "utf8")).join("\n");
  return text.replace(/url\("([^"]+)"\)/g, (_, file: string) => {
    return `url("data:font/woff2;base64,${readFileSync(resolve(file)).toString("base64")}")`;
  });
}
