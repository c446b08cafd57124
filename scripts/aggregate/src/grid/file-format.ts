import type { FileHead } from "./file-head.ts";

/** What the bytes of a file are, whatever its name says. */
export type FileFormat = "zip" | "ole2" | "parquet" | "json" | "ndjson" | "html" | "spreadsheetml" | "pdf" | "text";

const OLE2 = Buffer.from("d0cf11e0a1b11ae1", "hex");

/** Recognises a file by its first bytes; text that is nothing else is taken for CSV. */
export function fileFormat({ bytes }: FileHead): FileFormat {
  const start = bytes.toString("latin1", 0, 4);
  // A header may begin with PK; a zip has these bytes after it, the second kind being an empty one.
  if (start === "PK\x03\x04" || start === "PK\x05\x06") return "zip";
  if (start === "PAR1") return "parquet";
  if (start === "%PDF") return "pdf";
  if (bytes.subarray(0, 8).equals(OLE2)) return "ole2";
  return textFormat(bytes.toString("utf8", 0, 4096).replace(/^[\uFEFF\s]+/, ""));
}

function textFormat(text: string): FileFormat {
  if (/^<\?xml[^>]*>\s*(<\?[^>]*>\s*)*<(\w+:)?Workbook\b/i.test(text)) return "spreadsheetml";
  if (/^(<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(!doctype html|html|head|meta|body|table|style|div)\b/is.test(text))
    return "html";
  if (/^\[\s*[[{\]]/.test(text)) return "json";
  return /^\{\s*["}]/.test(text) ? objectFormat(text) : "text";
}

/** Objects one a line are NDJSON; one object over several lines is JSON. */
function objectFormat(text: string): FileFormat {
  const [line = ""] = text.split(/[\r\n]/, 1);
  return line.trimEnd().endsWith("}") || line.length >= 4000 ? "ndjson" : "json";
}
