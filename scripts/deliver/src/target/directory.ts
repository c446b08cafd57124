import { constants } from "node:fs";
import {
  access,
  chmod,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from "node:fs/promises";
import { dirname, join } from "node:path";
import { DeliverRefusal } from "../refusal.ts";
import { deniedAt, fullAt } from "./faults.ts";
import type { Entry, Target } from "./target.ts";

/**
 * A folder of this machine, or one that is mounted on it.
 * @throws {DeliverRefusal} where it is not there or cannot be written: a wrong mount must not be filled unseen
 */
export async function directoryTarget(root: string): Promise<Target> {
  await access(root, constants.W_OK).catch((cause) => {
    throw notWritable(root, cause);
  });
  return new DirectoryTarget(root);
}

class DirectoryTarget implements Target {
  readonly address: string;
  readonly parallel = 8;

  constructor(root: string) {
    this.address = root;
  }

  async list(folder: string): Promise<Entry[]> {
    const names = await orElse(readdir(this.at(folder)), ["ENOENT"], []);
    const entries = names
      .sort()
      .map(async (name) => ({ name, ...kindAndSize(await lstat(join(this.at(folder), name))) }));
    return Promise.all(entries);
  }

  get(path: string): Promise<Buffer | null> {
    return orElse(readFile(this.at(path)), ["ENOENT", "ENOTDIR", "EISDIR", "ELOOP"], null);
  }

  async put(path: string, bytes: Buffer): Promise<void> {
    const aside = `${path}.partial`;
    await rm(this.at(aside), { force: true });
    await this.write(aside, bytes);
    await rename(this.at(aside), this.at(path));
  }

  async create(path: string, bytes: Buffer): Promise<boolean> {
    const made = this.write(path, bytes).then(() => true);
    return orElse(made, ["EEXIST"], false);
  }

  async makeFolder(path: string): Promise<void> {
    const first = await this.act(path, mkdir(this.at(path), { recursive: true, mode: 0o755 }));
    if (first !== undefined) await openToReaders(first, this.at(path));
  }

  hardLink(from: string, to: string): Promise<boolean> {
    const made = link(this.at(from), this.at(to)).then(() => true);
    return orElse(made, ["ENOENT", "EPERM", "EXDEV", "EMLINK", "ENOTSUP", "ENOSYS"], false);
  }

  async rename(from: string, to: string): Promise<void> {
    await this.act(to, rename(this.at(from), this.at(to)));
  }

  readLink(path: string): Promise<string | null> {
    return orElse(readlink(this.at(path)), ["ENOENT", "EINVAL"], null);
  }

  async pointLink(path: string, to: string): Promise<void> {
    const aside = `${path}.partial`;
    await rm(this.at(aside), { force: true });
    await symlink(to, this.at(aside)).catch((cause) => {
      throw noLinks(this.at(path), cause);
    });
    await this.act(path, rename(this.at(aside), this.at(path)));
  }

  async remove(path: string): Promise<void> {
    await this.act(path, rm(this.at(path), { recursive: true, force: true }));
  }

  async close(): Promise<void> {}

  private at(path: string): string {
    return join(this.address, path);
  }

  // Flushed before it counts: a power cut after the switch must not leave empty pages under their right names.
  private async write(path: string, bytes: Buffer): Promise<void> {
    const file = await this.act(path, open(this.at(path), "wx", 0o644));
    try {
      await this.act(path, file.writeFile(bytes));
      await file.chmod(0o644);
      await this.act(path, file.datasync());
    } finally {
      await file.close();
    }
  }

  private async act<Result>(path: string, acting: Promise<Result>): Promise<Result> {
    try {
      return await acting;
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === "ENOSPC" || code === "EDQUOT") throw fullAt(this.at(path), cause);
      if (code === "EACCES" || code === "EPERM" || code === "EROFS") throw deniedAt(this.at(path), cause);
      throw cause;
    }
  }
}

/** The web server is another user: what a strict umask closed to it is opened, from the first folder made to the last. */
async function openToReaders(first: string, last: string): Promise<void> {
  for (let folder = last; folder.length >= first.length; folder = dirname(folder)) await chmod(folder, 0o755);
}

function kindAndSize(found: Awaited<ReturnType<typeof lstat>>): Omit<Entry, "name"> {
  const kind = found.isFile() ? "file" : found.isDirectory() ? "folder" : found.isSymbolicLink() ? "link" : "other";
  return { kind, bytes: Number(found.size), modified: Number(found.mtimeMs) };
}

async function orElse<Result>(acting: Promise<Result>, codes: readonly string[], otherwise: Result): Promise<Result> {
  try {
    return await acting;
  } catch (cause) {
    if (codes.includes((cause as NodeJS.ErrnoException).code ?? "")) return otherwise;
    throw cause;
  }
}

function notWritable(root: string, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    root,
    "không có thư mục này hoặc không ghi được; hãy tạo thư mục, gắn ổ mạng hoặc xin quyền ghi",
    "there is no such folder, or it cannot be written; make it, mount the disk, or ask for the right to write",
    { cause },
  );
}

function noLinks(path: string, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    path,
    "nơi này không tạo được liên kết tượng trưng nên không đổi bản trong một bước được; hãy dùng SFTP hoặc tệp zip",
    "this place makes no symbolic links, so a release cannot be switched in one step; use SFTP or a zip",
    { cause },
  );
}
