import { symlink } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { figureFile, figureHeader, figureRow } from "./figure-rows.ts";
import { Workspace } from "./workspace.ts";

let workspace: Workspace;
afterEach(() => workspace.remove());

describe("a bad file is refused, the other files go on, exit status 1", () => {
  const refused: Array<[name: string, content: string | Uint8Array, code: string, found: string, expected: string]> = [
    ["empty.csv", "", "FILE.EMPTY", "0 byte", ""],
    ["header-only.csv", `${figureHeader}\n`, "FILE.EMPTY", "a header and no rows", ""],
    ["wrong-header.csv", "name,age\nAn,5\n", "FILE.HEADER_MISSING", "name, age", "tiendo template"],
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
  for (const [name, content, code, found, expected] of refused) {
    test(`${name}: ${code}`, async () => {
      workspace = await Workspace.create();
      await workspace.send(name, content);
      const outcome = await workspace.run();
      expect(outcome).toMatchObject({ exitStatus: 1, rows: { accepted: 36 }, refused: [{ file: name, code }] });
      expect(outcome.refused[0]?.message.en).toContain(found);
      expect(outcome.refused[0]?.message.en).toContain(expected);
      const accounts = await workspace.published<{ input_file: string }>("row_account");
      expect(accounts.find(({ input_file }) => input_file === name)).toMatchObject({
        status: "refused",
        reason_code: code,
        records_in: 0,
      });
    });
  }

  test("a link, whatever it points to, is refused and not followed", async () => {
    workspace = await Workspace.create();
    await symlink(workspace.raw("loop.csv"), workspace.raw("loop.csv"));
    expect(await workspace.run()).toMatchObject({
      exitStatus: 1,
      refused: [{ file: "loop.csv", code: "FILE.UNREADABLE" }],
    });
  });
});
