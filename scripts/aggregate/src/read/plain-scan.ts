import { createReadStream } from "node:fs";
import { longestCell } from "../grid/grid.ts";

/** What the bytes of a UTF-8 text file say of how it may be read. */
export interface PlainScan {
  lines: number;
  /** No line of over a million bytes, no quotes, no NUL, no lone carriage return, no blank record: a line is a record. */
  plain: boolean;
  /** No outer white space in cells and no letters that NFC would change, so that cells can be taken as they are. */
  clean: boolean;
  /** Letters that NFC may change. */
  marks: boolean;
}

/** What was seen of a plain text before a byte, as far as it matters to what follows. */
interface Seen {
  last: "start" | "delimiter" | "space" | "tab" | "cr" | "c2" | "e1" | "e2" | "e280" | "other";
  /** The line has no content so far. */
  blank: boolean;
  outerSpace: boolean;
  marks: boolean;
}

const [NUL, LF, QUOTE] = [0x00, 0x0a, 0x22];
const kinds: Readonly<Record<number, Seen["last"]>> = {
  9: "tab",
  10: "start",
  13: "cr",
  32: "space",
  44: "delimiter",
  59: "delimiter",
  124: "delimiter",
  194: "c2",
  225: "e1",
  226: "e2",
};

/** What is seen with one byte more; null where the text is not plain. */
function step({ last, blank, outerSpace, marks }: Seen, byte: number): Seen | null {
  if (byte === QUOTE || byte === NUL || (last === "cr" && byte !== LF) || (blank && byte === LF)) return null;
  const kind = last === "e2" && byte === 0x80 ? "e280" : (kinds[byte] ?? "other");
  const empty = ["tab", "cr", "space", "delimiter"].includes(kind);
  return {
    last: kind,
    blank: kind === "start" || (blank && empty),
    outerSpace: outerSpace || isOuterSpace(last, kind, byte),
    marks: marks || mayNotBeNfc(last, byte),
  };
}

function isOuterSpace(last: Seen["last"], kind: Seen["last"], byte: number): boolean {
  if (last === "c2") return byte === 0xa0;
  if (kind === "space" || kind === "tab")
    return ["start", "delimiter"].includes(last) || (last === "tab" && kind === "space");
  return (last === "space" || last === "tab") && ["delimiter", "cr", "start"].includes(kind);
}

/**
 * Vietnamese in NFC is ASCII, C3–C6 and E1 BA|BB; E2 80 90–A7 is punctuation. Anything else may be a mark that NFC joins to
 * the letter before it.
 */
function mayNotBeNfc(last: Seen["last"], byte: number): boolean {
  if (last === "e1") return byte !== 0xba && byte !== 0xbb;
  if (last === "e2") return byte !== 0x80;
  if (last === "e280") return byte < 0x90 || byte > 0xa7;
  return byte >= 0xc7 && byte !== 0xe1 && byte !== 0xe2;
}

// State 0 is a text that is not plain, state 1 the start of one; each byte leads from state to state.
const START = 1;
const seen: Array<Seen | null> = [null, { last: "start", blank: true, outerSpace: false, marks: false }];
const numbers = new Map(seen.map((state, at) => [JSON.stringify(state), at]));
// Made when a large file is first looked at: a check of a small one does not wait for it.
let madeTable: Uint16Array | null = null;

/** Follows every byte from every state that can be reached, so that a file is looked at by one look-up a byte: state × 256. */
function tableOfSteps(): Uint16Array {
  const steps: number[] = [];
  for (const state of seen) {
    for (let byte = 0; byte < 256; byte += 1) steps.push(state === null ? 0 : numberOf(step(state, byte)));
  }
  return Uint16Array.from(steps, (state) => state * 256);
}

function numberOf(next: Seen | null): number {
  const name = JSON.stringify(next);
  const at = numbers.get(name) ?? seen.push(next) - 1;
  numbers.set(name, at);
  return at;
}

/** How far a text has been followed. */
interface Place {
  state: number;
  lines: number;
  /** Bytes of the line that is not at its end yet. */
  open: number;
}

/**
 * Reads a file once, as bytes, up to the first thing that makes it not plain.
 * @param bytes how much of it, by default all
 */
export async function scanPlain(path: string, bytes = Number.POSITIVE_INFINITY): Promise<PlainScan> {
  let place: Place = { state: START, lines: 0, open: 0 };
  // No more is read at a time, so that only a line that goes on from part to part can be longer.
  const stream = createReadStream(path, { highWaterMark: longestCell, end: bytes - 1 }) as AsyncIterable<Buffer>;
  for await (const part of stream) {
    place = follow(part, place);
    if (place.state === 0) break;
  }
  // The last line of a file may lack its end; a part of a file may end anywhere.
  if (bytes === Number.POSITIVE_INFINITY && place.open > 0) place = follow(Buffer.of(LF), place);
  const { outerSpace, marks } = seen[place.state] ?? { outerSpace: true, marks: true };
  return { lines: place.lines, plain: place.state !== 0, clean: !outerSpace && !marks, marks };
}

function follow(part: Buffer, { state: from, lines: linesBefore, open }: Place): Place {
  const firstEnd = part.indexOf(LF);
  // Only the careful reader says what is too long.
  if (open + (firstEnd < 0 ? part.length : firstEnd) > longestCell) return { state: 0, lines: linesBefore, open };
  const { state, lines } = followBytes(part, from, linesBefore);
  return { state, lines, open: firstEnd < 0 ? open + part.length : part.length - 1 - part.lastIndexOf(LF) };
}

function followBytes(bytes: Uint8Array, from: number, linesBefore: number): { state: number; lines: number } {
  madeTable ??= tableOfSteps();
  const table = madeTable;
  let [state, lines] = [from * 256, linesBefore];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === LF) lines += 1;
    state = table[state + byte] as number;
  }
  return { state: state / 256, lines };
}
