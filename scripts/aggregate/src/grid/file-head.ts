import { lstat, open } from "node:fs/promises";
import type { LocalText } from "@tiendo/schema";
import { FileRefusal } from "../read/file-refusal.ts";

const HEAD_BYTES = 64 * 1024;
const readable = { vi: "một tệp thường đọc được", en: "a regular file that can be read" };

/** The beginning of a regular file, and its size in bytes. */
export interface FileHead {
  path: string;
  size: number;
  bytes: Buffer;
}

/**
 * Looks at a file without following links or waiting on pipes.
 * @throws {FileRefusal} FILE.UNREADABLE for anything but a readable regular file, FILE.EMPTY for one of 0 bytes
 */
export async function fileHead(path: string): Promise<FileHead> {
  const stat = await lstat(path).catch((cause) => refuseUnreadable(cause));
  if (!stat.isFile()) throw new FileRefusal("FILE.UNREADABLE", kindOf(stat), readable);
  if (stat.size === 0) throw new FileRefusal("FILE.EMPTY", "0 byte");
  return { path, size: stat.size, bytes: await firstBytes(path).catch((cause) => refuseUnreadable(cause)) };
}

/** Turns a system error into a refusal that names it, such as EACCES. */
export function refuseUnreadable(cause: unknown): never {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  throw new FileRefusal("FILE.UNREADABLE", reasons[code] ?? code, readable);
}

const reasons: Readonly<Record<string, LocalText>> = {
  ENOENT: { vi: "không có tệp này (ENOENT)", en: "there is no such file (ENOENT)" },
  EACCES: { vi: "không có quyền đọc (EACCES)", en: "no permission to read it (EACCES)" },
  EPERM: { vi: "không có quyền đọc (EPERM)", en: "no permission to read it (EPERM)" },
};

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path, "r");
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function kindOf(stat: { isDirectory(): boolean; isSymbolicLink(): boolean }) {
  if (stat.isDirectory()) return { vi: "đây là thư mục", en: "a folder" };
  if (stat.isSymbolicLink()) return { vi: "đây là liên kết, không phải tệp", en: "a symbolic link, not a file" };
  return { vi: "không phải tệp thường (ống dẫn, thiết bị…)", en: "no regular file (pipe, device…)" };
}
