import { FileRefusal } from "../../read/file-refusal.ts";
import type { FileHead } from "../file-head.ts";
import type { GridRow } from "../grid-row.ts";
import type { GridNote, GridSource } from "../grid-source.ts";
import { csvBatches } from "./csv-rows.ts";
import { delimiterOf } from "./delimiter.ts";
import { type Encoding, encodingOf } from "./encoding.ts";
import { textBlocks } from "./text-blocks.ts";

const SAMPLE_CHARACTERS = 256 * 1024;
const PRESUMED_FROM_BYTES = 8 * 1024 * 1024;

/**
 * Opens delimited text: its encoding and delimiter are recognised by content.
 * @param presume whether UTF-8 may be presumed where the first megabytes of a large file are: who reads on will see
 * @throws {FileRefusal}
 */
export async function csvGrid(head: FileHead, presume: boolean): Promise<GridSource> {
  const looked = presume ? PRESUMED_FROM_BYTES : Number.POSITIVE_INFINITY;
  const encoding = await encodingOf(head, looked);
  const presumed = encoding === "UTF-8" && head.size > looked;
  const { delimiter, declared } = delimiterOf(await sampleOf(head.path, encoding));
  const batches = () => withoutDeclaration(csvBatches(textBlocks(head.path, encoding), delimiter), declared);
  return { format: "csv", sheet: null, encoding, presumed, delimiter, notes: encodingNotes(encoding), batches };
}

async function sampleOf(path: string, encoding: Encoding): Promise<string> {
  for await (const block of textBlocks(path, encoding)) {
    if (block.trim() !== "") return block.slice(0, SAMPLE_CHARACTERS);
  }
  throw new FileRefusal("FILE.EMPTY", { vi: "chỉ có khoảng trắng", en: "white space only" });
}

function encodingNotes(encoding: Encoding): GridNote[] {
  return encoding === "UTF-8" ? [] : [{ code: "FILE.ENCODING", found: encoding, expected: "UTF-8" }];
}

async function* withoutDeclaration(batches: AsyncIterable<GridRow[]>, declared: boolean): AsyncGenerator<GridRow[]> {
  for await (const batch of batches) yield declared && batch[0]?.row === 1 ? batch.slice(1) : batch;
}
