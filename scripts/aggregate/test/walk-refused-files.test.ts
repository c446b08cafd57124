import { symlink } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "../src/run.ts";
import { figureFile, figureHeader, figureRow } from "./figure-rows.ts";
import { Workspace } from "./workspace.ts";

// One run of all of them: what is said of a file does not depend on the others.
let workspace: Workspace;
let outcome: Outcome;
afterAll(() => workspace.remove());

describe("a bad file is refused, the other files go on, exit status 1", () => {
  const refused: Array<[name: string, content: string | Uint8Array, code: string, found: string, expected: string]> = [
    ["empty.csv", "", "FILE.EMPTY", "0 byte", ""],
    ["header-only.csv", `${figureHeader}\n`, "FILE.EMPTY", "a header and no rows", ""],
    ["wrong-header.csv", "name,age\nAn,5\n", "FILE.HEADER_MISSING", "row 1 has 2 cells", "tiendo template"],
    [
      "one-missing.csv",
      figureFile(figureRow()).replace(",source,", ",origin,"),
      "FILE.HEADER_MISSING",
      "origin",
      "missing Source (source)",
    ],
    ["twice.csv", figureFile(figureRow()).replace(",note,note_en", ",note,note"), "FILE.HEADER_REPEATED", "note", ""],
    [
      "latin.csv",
      Buffer.from(figureFile(figureRow({ source: "Báo" })), "latin1"),
      "FILE.ENCODING_UNKNOWN",
      "byte B0",
      "UTF-8",
    ],
    ["nul.csv", figureFile(figureRow({ source: "B\0o" })), "FILE.ENCODING_UNKNOWN", "byte 00", "UTF-8"],
    ["notes.pdf", "%PDF-1.7 ", "FILE.KIND_UNKNOWN", "a PDF file", "XLSX"],
  ];
  const refusalOf = (name: string) => outcome.refused.filter(({ file }) => file === name);

  beforeAll(async () => {
    workspace = await Workspace.create();
    for (const [name, content] of refused) await workspace.send(name, content);
    await symlink(workspace.raw("loop.csv"), workspace.raw("loop.csv"));
    outcome = await workspace.run();
  });

  test("of nine bad files each is refused, and every row of the good one is accepted", () => {
    expect(outcome).toMatchObject({ exitStatus: 1, rows: { accepted: 36 } });
    expect(outcome.refused.map(({ file }) => file).sort()).toEqual(
      [...refused.map(([name]) => name), "loop.csv"].sort(),
    );
  });

  for (const [name, , code, found, expected] of refused) {
    test(`${name}: ${code}`, async () => {
      expect(refusalOf(name)).toMatchObject([{ code }]);
      expect(refusalOf(name)[0]?.message.en).toContain(found);
      expect(refusalOf(name)[0]?.message.en).toContain(expected);
      const accounts = await workspace.published<{ input_file: string }>("row_account");
      expect(accounts.find(({ input_file }) => input_file === name)).toMatchObject({
        status: "refused",
        reason_code: code,
        records_in: 0,
      });
    });
  }

  test("a link, whatever it points to, is refused and not followed", () => {
    expect(refusalOf("loop.csv")).toMatchObject([{ code: "FILE.UNREADABLE" }]);
  });
});
