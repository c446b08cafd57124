import type { RowKind } from "@tiendo/schema";
import { writeCodes } from "./code-sheet.ts";
import { writeForm } from "./form-sheet.ts";
import { writeGuide } from "./guide-sheet.ts";
import { writeWorkbook } from "./xlsx/workbook-file.ts";

// A form holds nothing private: whoever may open the folder may open it.
const READABLE = 0o644;

/**
 * Writes the form of a kind of rows, made from its schema: the sheet to fill in, the codes, and how to fill in and send.
 * An earlier file at `path` is replaced.
 */
export async function writeTemplate(kind: RowKind, path: string): Promise<void> {
  await writeWorkbook(
    path,
    async (workbook) => {
      await writeForm(workbook, kind);
      await writeCodes(workbook, kind);
      await writeGuide(workbook, kind);
    },
    READABLE,
  );
}
