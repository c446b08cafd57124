import { cellXml, columnLetters, type WrittenCell } from "./cell-xml.ts";
import { type SheetFrame, sheetEnd, sheetHead } from "./sheet-frame.ts";
import type { ZipWriter } from "./zip-writer.ts";

const CHUNK = 256 * 1024;

/** Writes the rows of one sheet, top down, holding no more than a chunk of them in memory. */
export class SheetWriter {
  readonly frame: SheetFrame;
  /** Rows written so far, blank ones included; the next row's number is one more. */
  rows = 0;
  /** Bytes of XML handed to the file so far. */
  bytes = 0;
  readonly #zip: ZipWriter;
  readonly #letters: string[] = [];
  #text: string;
  #pending: Promise<void> = Promise.resolve();

  constructor(zip: ZipWriter, frame: SheetFrame) {
    this.#zip = zip;
    this.frame = frame;
    this.#text = sheetHead(frame);
  }

  /**
   * Writes the next row.
   * @param height of the row in points; without one the program that opens the file fits it to the text
   */
  async row(cells: readonly WrittenCell[], height?: number): Promise<void> {
    this.rows += 1;
    const number = this.rows;
    let text = height === undefined ? `<row r="${number}">` : `<row r="${number}" ht="${height}" customHeight="1">`;
    for (let at = 0; at < cells.length; at += 1) {
      const cell = cells[at];
      if (cell !== undefined) text += cellXml(this.#column(at) + number, cell);
    }
    this.#text += `${text}</row>`;
    if (this.#text.length > CHUNK) await this.#flush();
  }

  /** Ends the sheet. */
  async end(): Promise<void> {
    this.#text += sheetEnd(this.frame, this.rows);
    await this.#flush();
    await this.#pending;
  }

  async #flush(): Promise<void> {
    const bytes = Buffer.from(this.#text);
    this.#text = "";
    this.bytes += bytes.length;
    // One chunk is deflated while the next one is being made.
    await this.#pending;
    this.#pending = this.#zip.write(bytes);
    // Its failure is thrown at the next await; unhandled until then it would end the process.
    this.#pending.catch(() => undefined);
  }

  #column(at: number): string {
    const known = this.#letters[at];
    if (known !== undefined) return known;
    const letters = columnLetters(at);
    this.#letters[at] = letters;
    return letters;
  }
}
