import type { Attributes, SFTPWrapper } from "ssh2";
import { DeliverRefusal } from "../../refusal.ts";
import { inParallel } from "../../workers.ts";
import type { Entry, Target } from "../target.ts";
import type { SftpAddress } from "./address.ts";
import { type Callback, codeOf, FAILURE, isOurs, NO_SUCH_FILE, SftpCalls } from "./calls.ts";
import { connect, type Session, type SftpOptions } from "./connect.ts";

/**
 * A folder of an SFTP server.
 * @throws {DeliverRefusal} where the server is not the pinned one, lets nobody in, or has no such folder
 */
export async function sftpTarget(address: SftpAddress, options: SftpOptions): Promise<Target> {
  const session = await connect(address, options);
  const target = new SftpTarget(address, session);
  if ((await target.kindOf("")) === "folder") return target;
  await target.close();
  throw new DeliverRefusal(
    target.address,
    "không có thư mục này trên máy chủ; hãy tạo trước, thuộc tài khoản phát hành",
    "the server has no such folder; make it first, owned by the delivering account",
  );
}

class SftpTarget implements Target {
  readonly address: string;
  // Each act waits for an answer to travel back: many under way make a slow line bearable.
  readonly parallel = 24;
  readonly #session: Session;
  readonly #folder: string;
  readonly #calls: SftpCalls;

  constructor({ user, host, port, folder }: SftpAddress, session: Session) {
    this.address = `sftp://${user}@${host}${port === 22 ? "" : `:${port}`}${folder.startsWith("/") ? "" : "/~/"}${folder}`;
    this.#session = session;
    this.#folder = folder;
    this.#calls = new SftpCalls(session, this.address, folder);
  }

  async list(folder: string): Promise<Entry[]> {
    const found = await this.#calls.orNull(
      folder,
      (sftp, done: Callback<Array<{ filename: string; attrs: Attributes }>>) =>
        sftp.readdir(this.#at(folder), done as never),
    );
    const entries = (found ?? []).filter(({ filename }) => filename !== "." && filename !== "..");
    return entries.map(({ filename, attrs }) => entryOf(filename, attrs)).sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  get(path: string): Promise<Buffer | null> {
    return this.#calls.orNull(path, (sftp, done: Callback<Buffer>) => sftp.readFile(this.#at(path), done as never));
  }

  async put(path: string, bytes: Buffer): Promise<void> {
    await this.#write(`${path}.partial`, "w", bytes);
    await this.rename(`${path}.partial`, path);
  }

  async create(path: string, bytes: Buffer): Promise<boolean> {
    // The protocol has no word for "it is there already": any failure is looked into.
    if ((await this.kindOf(path)) !== null) return false;
    try {
      await this.#write(path, "wx", bytes);
      return true;
    } catch (fault) {
      if (codeOf(fault) !== FAILURE || (await this.kindOf(path)) === null) throw fault;
      return false;
    }
  }

  async makeFolder(path: string): Promise<void> {
    try {
      await this.#calls.act(path, (sftp, done: Callback<void>) => sftp.mkdir(this.#at(path), done));
    } catch (fault) {
      if (codeOf(fault) === NO_SUCH_FILE && path.includes("/")) return this.#makeWithParent(path);
      if ((await this.kindOf(path)) === "folder") return;
      throw fault;
    }
    // The web server is another user: a strict umask of the account must not close the folder to it.
    await this.#calls.act(path, (sftp, done: Callback<void>) => sftp.chmod(this.#at(path), 0o755, done));
  }

  async #makeWithParent(path: string): Promise<void> {
    await this.makeFolder(path.replace(/\/[^/]*$/, ""));
    await this.makeFolder(path);
  }

  async hardLink(from: string, to: string): Promise<boolean> {
    try {
      await this.#calls.act(to, (sftp, done: Callback<void>) =>
        sftp.ext_openssh_hardlink(this.#at(from), this.#at(to), done),
      );
      return true;
    } catch (fault) {
      // Whatever the server answers, the file can be sent; only a line that is cut ends the work.
      if (codeOf(fault) === undefined && !isOurs(fault)) throw fault;
      return false;
    }
  }

  async rename(from: string, to: string): Promise<void> {
    const acting = this.#calls.act(to, (sftp, done: Callback<void>) =>
      replaces(sftp)
        ? sftp.ext_openssh_rename(this.#at(from), this.#at(to), done)
        : sftp.rename(this.#at(from), this.#at(to), done),
    );
    await acting.catch(async (fault: unknown) => {
      const isInTheWay = !replaces(this.#session.sftp) && codeOf(fault) === FAILURE && (await this.kindOf(to)) !== null;
      throw isInTheWay ? replacesNothing(this.#where(to), fault) : fault;
    });
  }

  async readLink(path: string): Promise<string | null> {
    if ((await this.kindOf(path)) !== "link") return null;
    return this.#calls.act(path, (sftp, done: Callback<string>) => sftp.readlink(this.#at(path), done as never));
  }

  async pointLink(path: string, to: string): Promise<void> {
    const aside = `${path}.partial`;
    await this.remove(aside);
    await this.#calls.act(path, (sftp, done: Callback<void>) => sftp.symlink(to, this.#at(aside), done));
    await this.rename(aside, path);
  }

  async remove(path: string): Promise<void> {
    const kind = await this.kindOf(path);
    if (kind === null) return;
    if (kind !== "folder") {
      await this.#calls.orNull(path, (sftp, done: Callback<void>) => sftp.unlink(this.#at(path), done));
      return;
    }
    await inParallel(await this.list(path), this.parallel, ({ name }) => this.remove(`${path}/${name}`));
    await this.#calls.orNull(path, (sftp, done: Callback<void>) => sftp.rmdir(this.#at(path), done));
  }

  async close(): Promise<void> {
    this.#session.close();
  }

  /** What lies at a path, links not followed; null where nothing does. */
  async kindOf(path: string): Promise<Entry["kind"] | null> {
    const found = await this.#calls.orNull(path, (sftp, done: Callback<Attributes>) =>
      sftp.lstat(this.#at(path), done as never),
    );
    return found === null ? null : kindOf(found.mode);
  }

  async #write(path: string, flags: "w" | "wx", bytes: Buffer): Promise<void> {
    const handle = await this.#calls.act(path, (sftp, done: Callback<Buffer>) =>
      sftp.open(this.#at(path), flags, 0o644, done as never),
    );
    try {
      if (bytes.length > 0)
        await this.#calls.act(path, (sftp, done: Callback<void>) =>
          sftp.write(handle, bytes, 0, bytes.length, 0, done as never),
        );
      await this.#calls.act(path, (sftp, done: Callback<void>) => sftp.fchmod(handle, 0o644, done));
    } finally {
      await this.#calls.act(path, (sftp, done: Callback<void>) => sftp.close(handle, done));
    }
  }

  #at(path: string): string {
    return path === "" ? this.#folder : `${this.#folder}/${path}`;
  }

  #where(path: string): string {
    return `${this.address}/${path}`;
  }
}

function entryOf(name: string, { mode, size, mtime }: Attributes): Entry {
  return { name, kind: kindOf(mode), bytes: size, modified: mtime * 1000 };
}

function kindOf(mode: number): Entry["kind"] {
  const type = mode & 0o170000;
  return type === 0o100000 ? "file" : type === 0o040000 ? "folder" : type === 0o120000 ? "link" : "other";
}

/** Whether the server renames over what is there, as POSIX does; the protocol itself leaves that open. */
function replaces(sftp: SFTPWrapper): boolean {
  const { _extensions } = sftp as SFTPWrapper & { _extensions?: Record<string, string> };
  return _extensions?.["posix-rename@openssh.com"] === "1";
}

function replacesNothing(where: string, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    where,
    "máy chủ SFTP này không thay tệp trong một bước (thiếu posix-rename) nên không đổi bản an toàn được; hãy dùng OpenSSH hoặc tệp zip",
    "this SFTP server replaces nothing in one step (no posix-rename), so a release cannot be switched safely; use OpenSSH or a zip",
    { cause },
  );
}
