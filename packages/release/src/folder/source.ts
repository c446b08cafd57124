import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ReleaseError } from "../release-error.ts";

/** Where a published folder is read from. */
export interface Source {
  /** Its files, null where the place cannot be listed, as on the web. */
  names(): Promise<string[] | null>;
  /** A file's bytes, null where there is none. */
  read(name: string): Promise<Buffer | null>;
}

/** A folder on this machine or behind a web address. */
export function sourceAt(place: string): Source {
  return /^https?:\/\//.test(place) ? onTheWeb(place.replace(/\/?$/, "/")) : onDisk(place);
}

function onDisk(folder: string): Source {
  return {
    names: async () => (await readdir(folder, { withFileTypes: true })).map(({ name }) => name).sort(),
    read: async (name) => readIfThere(join(folder, name)),
  };
}

// At once, since to wait for each of a hundred short files takes longer than to read them.
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    // A folder in a file's place is not the file.
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "EISDIR") return null;
    throw error;
  }
}

function onTheWeb(address: string): Source {
  return {
    names: async () => null,
    read: async (name) => {
      const url = new URL(encodeURIComponent(name), address);
      const answer = await fetch(url).catch((cause) => {
        throw new ReleaseError(`${url}: không kết nối được | cannot be reached`, { cause });
      });
      if (answer.status === 404) return null;
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      throw new ReleaseError(`${url}: máy chủ trả về ${answer.status} | the server answered ${answer.status}`);
    },
  };
}
