import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { encrypt } from "officecrypto-tool";
import { fileHash } from "../publish/files.ts";
import { ReportError } from "../report/report-error.ts";
import { type WorkbookFile, writeWorkbook } from "../workbook/xlsx/workbook-file.ts";

/**
 * The lists of a report that were written, by path with the hash of what was written: a list that somebody has begun to
 * fill in is known by its changed bytes, and never replaced unasked.
 */
export class WrittenFiles {
  readonly #folder: string;
  readonly #hashes: Map<string, string>;

  private constructor(folder: string, hashes: Map<string, string>) {
    this.#folder = folder;
    this.#hashes = hashes;
  }

  /** @param folder under data/private, where lists are made and remembered */
  static async of(folder: string): Promise<WrittenFiles> {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const text = await readFile(join(folder, "written.json"), "utf8").catch(() => "{}");
    return new WrittenFiles(folder, new Map(Object.entries(JSON.parse(text) as Record<string, string>)));
  }

  /** @throws {ReportError} naming the first of the paths where a file stands that is not as it was written */
  async refuseChanged(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      const found = await fileHash(path).catch(() => null);
      if (found === null || found.sha256 === this.#hashes.get(resolve(path))) continue;
      throw new ReportError(
        `${path}: tệp đã được sửa hoặc không do lệnh này ghi, được giữ nguyên; thêm --force để thay` +
          " | the file was changed, or written by something else, and is left alone; add --force to replace it",
      );
    }
  }

  /** Writes a workbook, encrypted where there is a password; only what is encrypted ever lies outside data/private. */
  async write(path: string, password: string | null, fill: (workbook: WorkbookFile) => Promise<void>): Promise<void> {
    const draft = join(this.#folder, "draft.xlsx");
    await writeWorkbook(draft, fill);
    const plain = await readFile(draft);
    const bytes = password === null ? plain : encrypt(plain, { password });
    await writeFile(`${path}.part`, bytes, { mode: 0o600 });
    await chmod(`${path}.part`, 0o600);
    await rename(`${path}.part`, path);
    await rm(draft);
    await this.#remember(resolve(path), createHash("sha256").update(bytes).digest("hex"));
  }

  async #remember(path: string, hash: string): Promise<void> {
    this.#hashes.set(path, hash);
    const list = JSON.stringify(Object.fromEntries(this.#hashes), null, 1);
    await writeFile(join(this.#folder, "written.json"), `${list}\n`, { mode: 0o600 });
  }
}
