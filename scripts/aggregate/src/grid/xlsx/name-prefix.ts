import { badPart } from "./bad-workbook.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { zipPart } from "./zip-part.ts";

/**
 * The namespace prefix of a part's tags, with its colon: most have none, some .NET writers use `x:`.
 * @param root local name of the part's root element
 */
export async function namePrefix(path: string, entry: ZipEntry, root: string): Promise<string> {
  for await (const chunk of zipPart(path, entry)) {
    const found = new RegExp(`<((?:[\\w.-]+:)?)${root}[\\s>/]`).exec(chunk.toString("latin1"));
    if (found !== null) return found[1] ?? "";
    break;
  }
  throw badPart(entry.name);
}
