import { closeSync, fstatSync, mkdirSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Chosen } from "./choose.ts";
import { packed, type Witness } from "./witness.ts";

/** A choice as it is written: the witnesses' cells one after another, and how many each has. */
interface Written {
  more: Int32Array;
  stuck: Int32Array;
  lengths: Int32Array;
  cells: Int32Array;
  by: Float64Array;
}

/** Where a choice lies in its file, in bytes. */
export interface ChoicePlace {
  at: number;
  length: number;
}

// A key is a hash in hexadecimal digits; the length of what follows is a whole number.
const KEY_BYTES = 64;
const HEAD_BYTES = KEY_BYTES + 8;

/** Adds a choice to the end of a file, which holds hidden numbers and is nobody else's. @param isFirst whether the file is begun anew */
export function addChoice(path: string, key: string, chosen: Chosen, isFirst: boolean): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  if (isFirst) rmSync(path, { force: true });
  const body = serialize(written(chosen));
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(key, "latin1");
  head.writeBigUInt64LE(BigInt(body.length), KEY_BYTES);
  withFile(path, "a", (file) => {
    for (const part of [head, body]) writeAll(file, part);
  });
}

/** Where the choices of a file lie, by their keys: none of a file that cannot be read, nor those behind one that is not whole. */
export function choicePlaces(path: string): Map<string, ChoicePlace> {
  const places = new Map<string, ChoicePlace>();
  try {
    withFile(path, "r", (file) => findPlaces(file, places));
  } catch {
    // Whatever is missing is chosen again.
  }
  return places;
}

function findPlaces(file: number, places: Map<string, ChoicePlace>): void {
  const { size } = fstatSync(file);
  const head = Buffer.alloc(HEAD_BYTES);
  for (let at = 0; at + HEAD_BYTES <= size; ) {
    readAll(file, head, at);
    const place = { at: at + HEAD_BYTES, length: Number(head.readBigUInt64LE(KEY_BYTES)) };
    at = place.at + place.length;
    if (at <= size) places.set(head.toString("latin1", 0, KEY_BYTES), place);
  }
}

/** The choice that lies at a place. @throws {Error} where there is none that can be read */
export function choiceAt(path: string, { at, length }: ChoicePlace): Chosen {
  const body = Buffer.alloc(length);
  withFile(path, "r", (file) => readAll(file, body, at));
  return chosenOf(deserialize(body) as Written);
}

function written({ more, stuck, witnesses }: Chosen): Written {
  const lengths = Int32Array.from(witnesses, ({ cells }) => cells.length);
  const moved = lengths.reduce((sum, length) => sum + length, 0);
  const [cells, by] = [new Int32Array(moved), new Float64Array(moved)];
  let next = 0;
  for (const witness of witnesses) {
    cells.set([...witness.cells], next);
    by.set([...witness.by], next);
    next += witness.cells.length;
  }
  return { more: Int32Array.from(more), stuck: Int32Array.from(stuck), lengths, cells, by };
}

function chosenOf({ more, stuck, lengths, cells, by }: Written): Chosen {
  let next = 0;
  const witnesses = Array.from(lengths, (length): Witness => {
    const from = next;
    next += length;
    return packed({ cells: cells.subarray(from, next), by: by.subarray(from, next) });
  });
  return { more: new Set(more), stuck: new Set(stuck), witnesses };
}

function withFile(path: string, flag: "a" | "r", work: (file: number) => void): void {
  const file = openSync(path, flag, 0o600);
  try {
    work(file);
  } finally {
    closeSync(file);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** @throws {Error} where the file ends before */
function readAll(file: number, bytes: Buffer, from: number): void {
  for (let at = 0; at < bytes.length; ) {
    const read = readSync(file, bytes, at, bytes.length - at, from + at);
    if (read === 0) throw new Error("the file ends within a choice");
    at += read;
  }
}
