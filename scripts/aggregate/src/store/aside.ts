import { rmSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { whenStopped } from "../stopping.ts";
import { INDEX, type StoredFile } from "./entry.ts";

/** A folder in which a file is read and judged before it takes its place in the store, so that a stored file is whole or is not there. */
export class Aside {
  readonly folder: string;
  readonly #ended: () => void;

  private constructor(folder: string) {
    this.folder = folder;
    this.#ended = whenStopped(() => this.#remove());
  }

  /** An empty folder, whatever an earlier run left there. */
  static async make(folder: string): Promise<Aside> {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    return new Aside(folder);
  }

  /** Puts the folder where it belongs, described. */
  async keep(stored: StoredFile, place: string): Promise<void> {
    await writeFile(join(this.folder, INDEX), JSON.stringify(stored));
    await rm(place, { recursive: true, force: true });
    await rename(this.folder, place).catch(ignoreSame);
  }

  /** Puts the folder where it belongs, as it is. */
  async place(place: string): Promise<void> {
    await rename(this.folder, place);
  }

  /** Puts the rows of several files where they belong, and then what describes each, so that a file is found with its rows. */
  async keepShared(files: ReadonlyArray<{ stored: StoredFile; place: string }>, shared: string): Promise<void> {
    await rm(shared, { recursive: true, force: true });
    await rename(this.folder, shared);
    for (const { stored, place } of files) {
      await rm(place, { recursive: true, force: true });
      await mkdir(place, { mode: 0o700 });
      await writeFile(join(place, `${INDEX}.partial`), JSON.stringify(stored));
      await rename(join(place, `${INDEX}.partial`), join(place, INDEX));
    }
  }

  /** Takes away what was not kept. */
  drop(): void {
    this.#remove();
    this.#ended();
  }

  #remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Another file of the same bytes, read at the same time, may have come first: what it left is the same. */
function ignoreSame(error: NodeJS.ErrnoException): void {
  if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
}
