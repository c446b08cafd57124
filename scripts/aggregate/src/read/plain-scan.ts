import { createReadStream } from "node:fs";
import { longestCell } from "../grid/grid.ts";

/** What the bytes of a UTF-8 text file say of how it may be read. */
export interface PlainScan {
  lines: number;
  /** No line of a million bytes, no quotes, no NUL, no lone carriage return, no blank record: every line is one record. */
  plain: boolean;
  /** No outer white space in cells and no letters that NFC would change, so that cells can be taken as they are. */
  clean: boolean;
  /** Letters that NFC may change. */
  marks: boolean;
}

// Bytes are looked at as latin1 text, since one regular expression reads them faster than a loop.
const NOT_PLAIN = /["\0]|(?:^|\n)[,;|\t \r]*\n|\r(?!\n)/;
const OUTER_SPACE = /[ \t][,;|\r\n]|[,;|\n][ \t]|^[ \t]|\t |\xc2\xa0/;
// First bytes of letters that may not be in NFC. Vietnamese in NFC is ASCII, C3–C6 and E1 BA|BB; E2 80 90–A7 is
// punctuation. Anything else may be a mark that NFC joins to the letter before it.
const NOT_NFC = /[\xc7-\xe0\xe3-\xff]|\xe1(?![\xba\xbb])|\xe2(?!\x80[\x90-\xa7])/;
const LONGEST_LINE_BYTES = 16 * 1024 * 1024;

/**
 * Reads a file once, as bytes, up to the first thing that makes it not plain.
 * @param bytes how much of it, by default all
 */
export async function scanPlain(path: string, bytes = Number.POSITIVE_INFINITY): Promise<PlainScan> {
  const scan = { lines: 0, plain: true, clean: true, marks: false };
  let carry = "";
  for await (const chunk of createReadStream(path, {
    highWaterMark: 4 * 1024 * 1024,
    end: bytes - 1,
  }) as AsyncIterable<Buffer>) {
    const text = carry + chunk.toString("latin1");
    // Only whole lines are judged: a letter is never cut in two.
    const end = text.lastIndexOf("\n") + 1;
    judge(scan, text.slice(0, end));
    carry = text.slice(end);
    if (carry.length > LONGEST_LINE_BYTES) scan.plain = false;
    if (!scan.plain) return scan;
  }
  // A part of a file may end within a line, even within a letter.
  if (carry !== "" && bytes === Number.POSITIVE_INFINITY) judge(scan, `${carry}\n`);
  return scan;
}

function judge(scan: PlainScan, text: string): void {
  scan.plain = scan.plain && !NOT_PLAIN.test(text);
  scan.marks ||= NOT_NFC.test(text);
  scan.clean = scan.clean && !scan.marks && !OUTER_SPACE.test(text);
  for (let at = text.indexOf("\n"), from = 0; at >= 0; from = at, at = text.indexOf("\n", at + 1)) {
    scan.lines += 1;
    // Only the careful reader says what is too long.
    if (at - from > longestCell) scan.plain = false;
  }
}
