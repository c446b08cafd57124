import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** Where the files of one case lie; their names begin with the case's number, so that no two cases share one. */
export class Place {
  readonly folder: string;
  readonly number: string;

  constructor(folder: string, number: number) {
    this.folder = folder;
    this.number = String(number).padStart(3, "0");
  }

  path(name: string): string {
    return join(this.folder, `${this.number}-${name}`);
  }

  /** Writes a file, text as UTF-8, and gives its path. */
  write(name: string, bytes: string | Uint8Array): string {
    const path = this.path(name);
    writeFileSync(path, bytes);
    return path;
  }
}
