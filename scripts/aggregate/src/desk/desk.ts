import { existsSync, rmSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { literal } from "@tiendo/schema";
import { issueListCopies, restrictIssueList } from "../publish/issue-list.ts";
import type { Run } from "../run.ts";
import { whenStopped } from "../stopping.ts";
import { sameFile } from "../store/same-file.ts";
import type { deskFolders } from "./desk-folder.ts";

/** The tables of each folder that a run has something for. */
export type DeskTables = Readonly<Partial<Record<(typeof deskFolders)[number], readonly string[]>>>;

/**
 * What an analyst works with after a run: tables of people and models, unhidden, and every issue. It is written aside while
 * small counts are hidden, and takes its place when the release stands: a run that is refused leaves what was there.
 */
export class Desk {
  readonly #private: string;
  readonly #aside: string;
  readonly #writing: Promise<void>;
  readonly #ended: () => void;

  private constructor(run: Pick<Run, "db" | "folders">, tables: DeskTables, written: string | null) {
    this.#private = run.folders.private;
    this.#aside = join(this.#private, "desk.partial");
    this.#ended = whenStopped(() => this.#remove());
    this.#writing = this.#write(run.db, tables, written);
    // A failure is told when its turn comes.
    this.#writing.catch(() => null);
  }

  /**
   * Begins to write it, beside whatever else the database is asked.
   * @param written a folder that may hold some of the tables as they are, which are not written again
   */
  static begin(run: Pick<Run, "db" | "folders">, tables: DeskTables, written: string | null = null): Desk {
    return new Desk(run, tables, written);
  }

  async #write(db: Run["db"], tables: DeskTables, written: string | null): Promise<void> {
    await rm(this.#aside, { recursive: true, force: true });
    const copies: string[] = [];
    for (const [folder, names] of Object.entries(tables)) {
      const path = join(this.#aside, folder);
      await mkdir(path, { recursive: true, mode: 0o700 });
      for (const name of names) {
        const file = join(path, `${name}.parquet`);
        const there = written === null ? null : join(written, `${name}.parquet`);
        if (there !== null && existsSync(there)) await sameFile(there, file);
        else copies.push(`copy ${name} to ${literal(file)} (format parquet)`);
      }
    }
    const issues = join(this.#aside, "issues");
    await db.runBeside([...copies, ...issueListCopies(issues)]);
    await restrictIssueList(issues);
  }

  /** Puts all of it where analysts find it, as soon as it is written. @throws {QueryError} where it could not be */
  async place(): Promise<void> {
    await this.#writing;
    for (const name of await readdir(this.#aside)) {
      const target = join(this.#private, name);
      await rm(target, { recursive: true, force: true });
      await rename(join(this.#aside, name), target);
    }
  }

  /** Takes away what has not been put in its place, when nothing is written any more. */
  async close(): Promise<void> {
    await this.#writing.catch(() => null);
    this.#remove();
    this.#ended();
  }

  #remove(): void {
    rmSync(this.#aside, { recursive: true, force: true });
  }
}
