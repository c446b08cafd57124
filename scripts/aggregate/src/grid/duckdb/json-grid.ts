import { identifier, literal } from "@tiendo/schema";
import { FileRefusal } from "../../read/file-refusal.ts";
import type { FileHead } from "../file-head.ts";
import type { GridSource } from "../grid-source.ts";
import { numberText } from "../number-text.ts";
import { encodingOf } from "../text/encoding.ts";
import { duckdbGrid } from "./duckdb-grid.ts";

/** Opens records in JSON or NDJSON: one column a key met anywhere, nested values as JSON. @throws {FileRefusal} */
export async function jsonGrid(head: FileHead, format: "json" | "ndjson"): Promise<GridSource> {
  await refuseOtherEncodings(head);
  // Every key is looked for in the whole file, and no value is guessed to be a date or a number.
  const options = `format = '${duckdbFormat(head, format)}', records = true, maximum_depth = 1, sample_size = -1,
    map_inference_threshold = -1, field_appearance_threshold = 0`;
  const source = `read_json(${literal(head.path)}, ${options})`;
  return duckdbGrid(format, source, ({ name }) => ({ sql: `cast(${identifier(name)} as varchar)`, mend: jsonText }));
}

/** DuckDB would look for the form itself, but takes a list after a byte order mark for something else. */
function duckdbFormat(head: FileHead, format: "json" | "ndjson"): string {
  if (format === "ndjson" && !hasMark(head)) return "newline_delimited";
  return /^\s*\[/.test(head.bytes.toString("utf8", hasMark(head) ? 3 : 0)) ? "array" : "unstructured";
}

function hasMark({ bytes }: FileHead): boolean {
  return bytes.toString("hex", 0, 3) === "efbbbf";
}

async function refuseOtherEncodings(head: FileHead): Promise<void> {
  const encoding = await encodingOf(head);
  if (encoding !== "UTF-8")
    throw new FileRefusal("FILE.ENCODING_UNKNOWN", encoding, { vi: "JSON ở UTF-8", en: "JSON in UTF-8" });
}

/** The text of a JSON value: strings without quotes, plain decimals, what is nested as it stands. */
function jsonText(json: string): string {
  if (json.startsWith('"')) return JSON.parse(json) as string;
  return json === "null" ? "" : numberText(json);
}
