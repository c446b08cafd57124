import { namePrefix } from "./name-prefix.ts";
import { StringTable } from "./string-table.ts";
import { xmlElements } from "./xml-elements.ts";
import { richText } from "./xml-text.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { zipPart } from "./zip-part.ts";

/** The strings that cells refer to by number; the only part of a workbook that is held in memory. */
export async function sharedStrings(path: string, entry: ZipEntry | null): Promise<StringTable> {
  const strings = new StringTable();
  if (entry === null) return strings;
  const prefix = await namePrefix(path, entry, "sst");
  for await (const pieces of xmlElements(zipPart(path, entry), `${prefix}si`)) {
    for (const { body } of pieces) strings.add(richText(body, prefix));
  }
  return strings;
}
