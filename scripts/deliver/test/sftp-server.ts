import { constants } from "node:fs";
import {
  chmod,
  type FileHandle,
  link,
  lstat,
  mkdir,
  open,
  readdir,
  readlink,
  rename,
  rmdir,
  symlink,
  unlink,
} from "node:fs/promises";
import type { Socket } from "node:net";
import ssh2, { type SFTPWrapper } from "ssh2";

const { Server, utils } = ssh2;
const { STATUS_CODE } = utils.sftp;

/** How the server behaves, so that tests can be about it. */
export interface SftpServerOptions {
  /** OpenSSH's words for renaming over a file and for hard links; other servers have neither. */
  readonly extensions?: boolean;
  /** Private host key; a new one by default. */
  readonly hostKey?: string;
  readonly password?: string;
  /** A public key that may come in. */
  readonly publicKey?: string;
  /** Bytes that fit on its disk. */
  readonly room?: { bytes: number };
  /** Called before each request; may destroy the connection. */
  readonly onRequest?: (cut: () => void) => void;
}

/** A server under test. */
export interface SftpServer {
  readonly port: number;
  readonly hostKey: string;
  readonly stop: () => Promise<void>;
}

/** A pair of keys as OpenSSH writes them; now and then the library writes one that it cannot read itself. */
export function newKeys(): ReturnType<typeof utils.generateKeyPairSync> {
  const keys = utils.generateKeyPairSync("ed25519");
  return utils.parseKey(keys.private) instanceof Error ? newKeys() : keys;
}

/** An SFTP server in this process over the files of this machine, for those machines that have no OpenSSH server. */
export async function startSftp(options: SftpServerOptions): Promise<SftpServer> {
  const hostKey = options.hostKey ?? newKeys().private;
  const sockets = new Set<Socket>();
  const server = new Server({ hostKeys: [hostKey] }, (client) => {
    const socket = (client as unknown as { _sock: Socket })._sock;
    sockets.add(socket);
    socket.setNoDelay(true);
    client.on("error", () => undefined);
    client.on("authentication", (asking) => {
      const byPassword = asking.method === "password" && asking.password === options.password;
      const allowed = options.publicKey === undefined ? null : utils.parseKey(options.publicKey);
      const byKey =
        asking.method === "publickey" &&
        allowed !== null &&
        !(allowed instanceof Error) &&
        asking.key.data.equals(allowed.getPublicSSH()) &&
        (asking.signature === undefined ||
          allowed.verify(asking.blob as Buffer, asking.signature, asking.hashAlgo) === true);
      if (byPassword || byKey) asking.accept();
      else asking.reject(["publickey", "password"]);
    });
    client.on("ready", () =>
      client.on("session", (accept) =>
        accept().on("sftp", (acceptSftp) => serve(acceptSftp(), options, () => socket.destroy())),
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const stop = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port: (server.address() as { port: number }).port, hostKey, stop };
}

class Full extends Error {}

function serve(sftp: SFTPWrapper, { extensions = true, room, onRequest }: SftpServerOptions, cut: () => void): void {
  if (extensions) announceExtensions(sftp);
  const handles = new Map<number, FileHandle | string[]>();
  let [next, queue] = [0, Promise.resolve()];

  let isOver = false;
  const closeAll = () => {
    isOver = true;
    for (const handle of handles.values()) if (!Array.isArray(handle)) handle.close().catch(() => undefined);
    handles.clear();
  };
  sftp.on("close", closeAll).on("end", closeAll);

  /** Answers requests in their order, as OpenSSH does. */
  const on = (name: string, work: (id: number, ...rest: never[]) => Promise<void>) => {
    (sftp as unknown as NodeJS.EventEmitter).on(name, (id: number, ...rest: unknown[]) => {
      onRequest?.(cut);
      queue = queue
        .then(() => work(id, ...(rest as never[])))
        .catch((fault: NodeJS.ErrnoException) => {
          if (fault instanceof Full) sftp.status(id, STATUS_CODE.FAILURE, "No space left on device");
          else sftp.status(id, fault.code === "ENOENT" ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE);
        });
    });
  };
  const ok = (id: number) => void sftp.status(id, STATUS_CODE.OK);
  const keep = (value: FileHandle | string[]) => {
    const name = Buffer.alloc(4);
    name.writeUInt32BE(next);
    // Opened while the line was being cut: nobody will close it.
    if (isOver && !Array.isArray(value)) value.close().catch(() => undefined);
    else handles.set(next, value);
    next += 1;
    return name;
  };
  const fileOf = (handle: Buffer) => handles.get(handle.readUInt32BE()) as FileHandle;

  on("OPEN", async (id, path: string, flags: number, { mode = 0o644 }: { mode?: number }) => {
    sftp.handle(id, keep(await open(path, openFlags(flags), mode)));
  });
  on("READ", async (id, handle: Buffer, offset: number, length: number) => {
    const { bytesRead, buffer } = await fileOf(handle).read(Buffer.alloc(length), 0, length, offset);
    if (bytesRead === 0) sftp.status(id, STATUS_CODE.EOF);
    else sftp.data(id, buffer.subarray(0, bytesRead));
  });
  on("WRITE", async (id, handle: Buffer, offset: number, data: Buffer) => {
    if (room !== undefined) {
      room.bytes -= data.length;
      if (room.bytes < 0) throw new Full();
    }
    await fileOf(handle).write(data, 0, data.length, offset);
    ok(id);
  });
  on("FSTAT", async (id, handle: Buffer) => void sftp.attrs(id, attributes(await fileOf(handle).stat())));
  on("FSETSTAT", async (id, handle: Buffer, { mode }: { mode?: number }) => {
    if (mode !== undefined) await fileOf(handle).chmod(mode);
    ok(id);
  });
  on("CLOSE", async (id, handle: Buffer) => {
    const closing = handles.get(handle.readUInt32BE());
    handles.delete(handle.readUInt32BE());
    if (closing !== undefined && !Array.isArray(closing)) await closing.close();
    ok(id);
  });
  on(
    "OPENDIR",
    async (id, path: string) => void sftp.handle(id, keep((await readdir(path)).map((name) => `${path}/${name}`))),
  );
  on("READDIR", async (id, handle: Buffer) => {
    const names = handles.get(handle.readUInt32BE()) as string[];
    if (names.length === 0) return void sftp.status(id, STATUS_CODE.EOF);
    const entries = names.splice(0).map(async (path) => {
      const filename = path.split("/").at(-1) ?? "";
      return { filename, longname: filename, attrs: attributes(await lstat(path)) };
    });
    sftp.name(id, await Promise.all(entries));
  });
  on("LSTAT", async (id, path: string) => void sftp.attrs(id, attributes(await lstat(path))));
  on("STAT", async (id, path: string) => void sftp.attrs(id, attributes(await lstat(path))));
  on("SETSTAT", async (id, path: string, { mode }: { mode?: number }) => {
    if (mode !== undefined) await chmod(path, mode);
    ok(id);
  });
  on("MKDIR", async (id, path: string) => mkdir(path).then(() => ok(id)));
  on("RMDIR", async (id, path: string) => rmdir(path).then(() => ok(id)));
  on("REMOVE", async (id, path: string) => unlink(path).then(() => ok(id)));
  on("READLINK", async (id, path: string) => {
    const filename = await readlink(path);
    sftp.name(id, [{ filename, longname: filename, attrs: {} as never }]);
  });
  on("SYMLINK", async (id, one: string, other: string) => {
    // Servers disagree on the order of the two; the one that is relative is where the link points.
    const [to, path] = one.startsWith("/") ? [other, one] : [one, other];
    await symlink(to, path);
    ok(id);
  });
  on("RENAME", async (id, from: string, to: string) => {
    // The protocol lets a server refuse to replace, and OpenSSH does.
    if (await lstat(to).then(Boolean, () => false)) return void sftp.status(id, STATUS_CODE.FAILURE);
    await rename(from, to);
    ok(id);
  });
  on("EXTENDED", async (id, name: string, data: Buffer) => {
    const first = data.subarray(4, 4 + data.readUInt32BE(0)).toString();
    const second = data.subarray(8 + data.readUInt32BE(0)).toString();
    if (name === "posix-rename@openssh.com") await rename(first, second);
    else if (name === "hardlink@openssh.com") await link(first, second);
    else return void sftp.status(id, STATUS_CODE.OP_UNSUPPORTED);
    ok(id);
  });
}

const attributes = ({ mode, uid, gid, size, atimeMs, mtimeMs }: Awaited<ReturnType<typeof lstat>>) => ({
  ...{ mode: Number(mode), uid: Number(uid), gid: Number(gid), size: Number(size) },
  ...{ atime: Math.floor(Number(atimeMs) / 1000), mtime: Math.floor(Number(mtimeMs) / 1000) },
});

function openFlags(flags: number): number {
  const { OPEN_MODE } = utils.sftp;
  const has = (bit: number) => (flags & bit) !== 0;
  return (
    (has(OPEN_MODE.WRITE) ? (has(OPEN_MODE.READ) ? constants.O_RDWR : constants.O_WRONLY) : constants.O_RDONLY) |
    (has(OPEN_MODE.CREAT) ? constants.O_CREAT : 0) |
    (has(OPEN_MODE.TRUNC) ? constants.O_TRUNC : 0) |
    (has(OPEN_MODE.EXCL) ? constants.O_EXCL : 0)
  );
}

/** The library's server names no extensions in its greeting; OpenSSH's greeting names these. */
function announceExtensions(sftp: SFTPWrapper): void {
  const { _protocol: protocol } = sftp as unknown as { _protocol: { channelData: (id: number, data: Buffer) => void } };
  const send = protocol.channelData;
  protocol.channelData = (id, data) => {
    protocol.channelData = send;
    const words = ["posix-rename@openssh.com", "1", "hardlink@openssh.com", "1"].map((word) => {
      const text = Buffer.from(`....${word}`);
      text.writeUInt32BE(word.length);
      return text;
    });
    const greeting = Buffer.concat([data, ...words]);
    greeting.writeUInt32BE(greeting.length - 4);
    send.call(protocol, id, greeting);
  };
}
