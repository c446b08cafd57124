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
/** What a file is looked at with, two bytes at a look. */
interface Tables {
  /** The class of two bytes that follow each other, by both as one number of 16 bits. */
  classes: Uint8Array;
  /** How many of the two bytes of a class are line feeds. */
  ends: Uint8Array;
  /** The state, times 256, to which a class leads from a state, times 256. */
  steps: Uint16Array;
  /** The state, times 256, to which a byte leads from a state, times 256. */
  stepsOfBytes: Uint16Array;
}

// Made when a large file is first looked at: a check of a small one does not wait for it.
let made: Tables | null = null;

/** Follows every byte from every state that can be reached. */
function stepsOfBytes(): Uint16Array {
  const steps: number[] = [];
  for (const state of seen) {
    for (let byte = 0; byte < 256; byte += 1) steps.push(state === null ? 0 : numberOf(step(state, byte)));
  }
  return Uint16Array.from(steps, (state) => state * 256);
}

/** Of two bytes there are few enough classes for a small table. */
function makeTables(): Tables {
  const ofByte = stepsOfBytes();
  const groups = classesOfBytes(ofByte);
  const classOf = Uint8Array.from({ length: 256 }, (_, byte) => groups.findIndex((group) => group.includes(byte)));
  const first = groups.map(([byte = 0]) => byte);
  const pairs = Array.from({ length: 256 }, (_, pair) => [first[pair >> 4] ?? 0, first[pair & 15] ?? 0] as const);
  const stepOfTwo = (state: number, one: number, two: number) => at(ofByte, at(ofByte, state * 256 + one) + two);
  return {
    // The first of two bytes is the low one, since numbers of 16 bits lie low byte first on every machine of today.
    classes: Uint8Array.from({ length: 65_536 }, (_, two) => at(classOf, two & 255) * 16 + at(classOf, two >> 8)),
    ends: Uint8Array.from(pairs, ([one, two]) => Number(one === LF) + Number(two === LF)),
    steps: Uint16Array.from(seen.flatMap((_, state) => pairs.map(([one, two]) => stepOfTwo(state, one, two)))),
    stepsOfBytes: ofByte,
  };
}

/** The bytes sorted by where they lead: those of a class lead to the same state from everywhere. */
function classesOfBytes(ofByte: Uint16Array): number[][] {
  const ways = (byte: number) => seen.map((_, state) => at(ofByte, state * 256 + byte));
  const bytes = Array.from({ length: 256 }, (_, byte) => byte);
  const classes = [...Map.groupBy(bytes, (byte) => `${byte === LF} ${ways(byte).join(" ")}`).values()];
  if (classes.length > 16) throw new Error(`${classes.length} classes of bytes; expected 16 at most`);
  return classes;
}

const at = (table: Uint8Array | Uint16Array, index: number): number => table[index] as number;

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

function followBytes(bytes: Buffer, from: number, linesBefore: number): { state: number; lines: number } {
  made ??= makeTables();
  const { classes, ends, steps, stepsOfBytes } = made;
  const twos = inTwos(bytes);
  let [state, lines] = [from * 256, linesBefore];
  for (let nth = 0; nth < twos.length; nth += 1) {
    const pair = classes[twos[nth] as number] as number;
    lines += ends[pair] as number;
    state = steps[state + pair] as number;
  }
  if (bytes.length % 2 === 1) {
    const last = bytes[bytes.length - 1] as number;
    lines += Number(last === LF);
    state = at(stepsOfBytes, state + last);
  }
  return { state: state / 256, lines };
}

/** The bytes two by two, copied only where they begin at an odd place; a last one alone is left out. */
function inTwos(bytes: Buffer): Uint16Array {
  const even = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes);
  return new Uint16Array(even.buffer, even.byteOffset, even.length >> 1);
}
