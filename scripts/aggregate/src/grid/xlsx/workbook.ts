import { posix } from "node:path";
import { type KnownFormat, knownFormat } from "../number-cell.ts";
import { builtInFormat } from "../number-format.ts";
import { badPart, badWorkbook } from "./bad-workbook.ts";
import { xmlInside, xmlTags } from "./xml-tags.ts";
import type { ZipEntry } from "./zip-directory.ts";
import { zipText } from "./zip-part.ts";

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  name: string;
  hidden: boolean;
  part: ZipEntry;
}

/** What the small parts of a workbook say. */
export interface Workbook {
  is1904: boolean;
  sheets: SheetEntry[];
  sharedStrings: ZipEntry | null;
  /** Number formats by the index that cells carry. */
  formats: KnownFormat[];
}

/** Reads the parts of a workbook that say where the rest is. @throws {FileRefusal} FILE.BAD_WORKBOOK */
export async function readWorkbook(path: string, entries: Map<string, ZipEntry>): Promise<Workbook> {
  const root = relations(await partText(path, entries, "_rels/.rels"), "");
  const name = root.find(({ type }) => type === "officeDocument")?.target;
  if (name === undefined) throw badPart("_rels/.rels");
  const book = await partText(path, entries, name);
  const folder = posix.dirname(name);
  const parts = relations(await partText(path, entries, `${folder}/_rels/${posix.basename(name)}.rels`), folder);
  const single = (type: string) => entries.get(parts.find((part) => part.type === type)?.target ?? "") ?? null;
  const styles = single("styles");
  return {
    is1904: xmlTags(book, "workbookPr").some((tag) => /^(1|true)$/.test(tag.get("date1904") ?? "")),
    sheets: sheetsOf(book, parts, entries),
    sharedStrings: single("sharedStrings"),
    formats: styles === null ? [] : formatsOf(await zipText(path, styles)),
  };
}

async function partText(path: string, entries: Map<string, ZipEntry>, name: string): Promise<string> {
  const entry = entries.get(name);
  if (entry === undefined) throw badWorkbook(`thiếu phần “${name}”`, `the part “${name}” is missing`);
  return zipText(path, entry);
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** The relations of a part, their types by the last word since strict and usual workbooks differ before it. */
function relations(xml: string, folder: string): Relation[] {
  return xmlTags(xml, "Relationship").map((tag) => ({
    id: tag.get("Id") ?? "",
    type: tag.get("Type")?.split("/").at(-1) ?? "",
    target: posix.resolve("/", folder, tag.get("Target") ?? "").slice(1),
  }));
}

function sheetsOf(book: string, parts: Relation[], entries: Map<string, ZipEntry>): SheetEntry[] {
  return xmlTags(book, "sheet").flatMap((tag) => {
    const id = [...tag].find(([key]) => /(^|:)id$/.test(key))?.[1];
    const relation = parts.find((part) => part.id === id);
    // Sheets of charts and dialogues hold no rows.
    if (relation === undefined || relation.type !== "worksheet") return [];
    const name = tag.get("name") ?? "";
    const part = entries.get(relation.target);
    if (part === undefined) throw badWorkbook(`thiếu trang “${name}”`, `the sheet “${name}” is missing`);
    return [{ name, hidden: /hidden/i.test(tag.get("state") ?? ""), part }];
  });
}

function formatsOf(styles: string): KnownFormat[] {
  const custom = new Map(xmlTags(styles, "numFmt").map((tag) => [tag.get("numFmtId"), tag.get("formatCode") ?? ""]));
  return xmlTags(xmlInside(styles, "cellXfs"), "xf").map((tag) => {
    const id = tag.get("numFmtId") ?? "0";
    return knownFormat(custom.get(id) ?? builtInFormat(Number(id)));
  });
}
