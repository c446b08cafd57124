import type { LocalText } from "@tiendo/schema";
import type { FileRefusal } from "./file-refusal.ts";
import type { RowKind } from "./row-kinds.ts";

/** A file under `raw/`, as far as it was read. */
export interface RawFile {
  /** Path below `raw/`, with forward slashes: the file's name in every table and message. */
  name: string;
  path: string;
  sha256: string | null;
  kind: RowKind | null;
  refusal: FileRefusal | null;
  /** Why the file is held although it could be read. */
  held: LocalText | null;
  notes: HeaderNote[];
}

/** Something to say about a header that does not stop the file. */
export interface HeaderNote {
  code: "FILE.HEADER_EXTRA" | "FILE.HEADER_ALIAS";
  column: string;
  found: string;
  expected: string;
}
