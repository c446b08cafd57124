import { StringDecoder } from "node:string_decoder";
import { badWorkbook } from "./bad-workbook.ts";

// Excel allows 16,384 cells of 32,767 characters a row; a row or string longer than this is no one's table.
const LONGEST_ELEMENT = 64 * 1024 * 1024;

/** One element out of a stream of XML: the inside of its opening tag, and what stands between its tags. */
export interface Piece {
  tag: string;
  body: string;
}

/**
 * The elements of one name out of a part, such as its rows, without a tree of the whole.
 * They must not nest, and their attributes hold no `>`.
 * @param name with the namespace prefix of the part, such as `row` or `x:row`
 */
export async function* xmlElements(bytes: AsyncIterable<Buffer>, name: string): AsyncGenerator<Piece[]> {
  const decoder = new StringDecoder("utf8");
  const cutter = new Cutter(name);
  for await (const chunk of bytes) yield cutter.cut(decoder.write(chunk));
  yield cutter.cut(decoder.end());
}

class Cutter {
  readonly #open: string;
  readonly #close: string;
  #text = "";
  // Where to go on looking for the end of an element whose beginning is at 0.
  #searched = 0;

  constructor(name: string) {
    this.#open = `<${name}`;
    this.#close = `</${name}>`;
  }

  /** The elements that are whole by now. */
  cut(text: string): Piece[] {
    this.#text += text;
    const pieces: Piece[] = [];
    let at = 0;
    for (;;) {
      const start = this.#start(at);
      if (start < 0) return this.#keep(pieces, Math.max(at, this.#text.length - this.#open.length));
      const piece = this.#piece(start);
      if (piece === null) return this.#keep(pieces, start);
      if (piece.found !== null) pieces.push(piece.found);
      at = piece.end;
      this.#searched = 0;
    }
  }

  #start(from: number): number {
    for (let at = this.#text.indexOf(this.#open, from); at >= 0; at = this.#text.indexOf(this.#open, at + 1)) {
      const next = this.#text[at + this.#open.length];
      if (
        next === undefined ||
        next === ">" ||
        next === "/" ||
        next === " " ||
        next === "\n" ||
        next === "\r" ||
        next === "\t"
      )
        return at;
    }
    return -1;
  }

  #piece(start: number): { found: Piece; end: number } | null {
    const tagEnd = this.#text.indexOf(">", start + this.#open.length);
    if (tagEnd < 0) return null;
    const tag = this.#text.slice(start + this.#open.length, tagEnd);
    if (tag.endsWith("/")) return { found: { tag, body: "" }, end: tagEnd + 1 };
    const close = this.#text.indexOf(this.#close, Math.max(tagEnd + 1, this.#searched));
    if (close < 0) return null;
    return { found: { tag, body: this.#text.slice(tagEnd + 1, close) }, end: close + this.#close.length };
  }

  #keep(pieces: Piece[], from: number): Piece[] {
    this.#text = this.#text.slice(from);
    this.#searched = Math.max(0, this.#text.length - this.#close.length);
    if (this.#text.length > LONGEST_ELEMENT) throw badWorkbook("một dòng quá dài", "one row is too long");
    return pieces;
  }
}
