import { open, rename, rm } from "node:fs/promises";
import { notesVml, notesXml } from "./notes.ts";
import type { SheetFrame } from "./sheet-frame.ts";
import { SheetWriter } from "./sheet-writer.ts";
import { StyleTable } from "./style-table.ts";
import { contentTypes, packageRelations, sheetRelations, workbookRelations, workbookXml } from "./workbook-parts.ts";
import { ZipWriter } from "./zip-writer.ts";

/** An .xlsx being written: sheets one after the other, in the order in which they are seen. */
export class WorkbookFile {
  readonly styles = new StyleTable();
  readonly #zip: ZipWriter;
  readonly #sheets: SheetWriter[] = [];

  constructor(zip: ZipWriter) {
    this.#zip = zip;
  }

  /** Begins a sheet; the one before must have been ended. Names must differ. */
  async beginSheet(frame: SheetFrame): Promise<SheetWriter> {
    const sheet = new SheetWriter(this.#zip, frame);
    this.#sheets.push(sheet);
    await this.#zip.begin(`xl/worksheets/sheet${this.#sheets.length}.xml`);
    return sheet;
  }

  /** Ends a sheet. */
  async endSheet(sheet: SheetWriter): Promise<void> {
    await sheet.end();
    await this.#zip.end();
  }

  /** Writes what stands around the sheets. */
  async finish(): Promise<void> {
    for (const [at, { frame }] of this.#sheets.entries()) await this.#addNotes(at + 1, frame);
    await this.#zip.add("xl/styles.xml", this.styles.toXml());
    await this.#zip.add("xl/workbook.xml", workbookXml(this.#sheets));
    await this.#zip.add("xl/_rels/workbook.xml.rels", workbookRelations(this.#sheets.length));
    await this.#zip.add("_rels/.rels", packageRelations());
    await this.#zip.add("[Content_Types].xml", contentTypes(this.#sheets.map(({ frame }) => frame)));
    await this.#zip.finish();
  }

  async #addNotes(number: number, { notes = [] }: SheetFrame): Promise<void> {
    if (notes.length === 0) return;
    await this.#zip.add(`xl/comments${number}.xml`, notesXml(notes));
    await this.#zip.add(`xl/drawings/vmlDrawing${number}.vml`, notesVml(notes));
    await this.#zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetRelations(number));
  }
}

/**
 * Writes an .xlsx; it stands at `path` only once it is whole, in the place of an earlier one.
 * @param mode permissions of the file; by default only its owner reads it, since rows may be about people
 */
export async function writeWorkbook(
  path: string,
  fill: (workbook: WorkbookFile) => Promise<void>,
  mode = 0o600,
): Promise<void> {
  const unfinished = `${path}.part`;
  const file = await open(unfinished, "w", mode);
  try {
    const workbook = new WorkbookFile(new ZipWriter(file));
    await fill(workbook);
    await workbook.finish();
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(unfinished, path);
}
