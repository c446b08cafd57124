import { DeliverRefusal } from "../refusal.ts";

// Letters, digits, `.`, `_` and `-` mean the same to every file system, web server and SFTP server; a name that begins with
// a dot is hidden or `..`, one that ends with a dot loses it on Windows shares.
const segment = /^[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,126}[A-Za-z0-9_-])?$/;

/** Whether a path can only mean one file inside the folder it is relative to, on every target. */
export function isSafePath(path: string): boolean {
  return path.length <= 512 && path.split("/").every((part) => segment.test(part));
}

/**
 * Refuses a list of paths that could write outside its folder, or onto one another.
 * @throws {DeliverRefusal} naming the first such path
 */
export function refuseUnsafePaths(paths: readonly string[]): void {
  const seen = new Map<string, string>();
  for (const path of paths) {
    if (!isSafePath(path)) throw unsafe(path);
    const twin = seen.get(path.toLowerCase());
    if (twin !== undefined) throw clash(path, twin);
    seen.set(path.toLowerCase(), path);
  }
}

function unsafe(path: string): DeliverRefusal {
  return new DeliverRefusal(
    JSON.stringify(path),
    "đường dẫn không an toàn; chỉ nhận tên gồm chữ không dấu, chữ số, “.”, “_”, “-”, ngăn bằng “/”; hãy đổi tên tệp",
    "unsafe path; expected names of ASCII letters, digits, '.', '_', '-' between single '/'; rename the file",
  );
}

// Windows shares and some mounted disks do not tell upper case from lower case.
function clash(path: string, twin: string): DeliverRefusal {
  return new DeliverRefusal(
    JSON.stringify(path),
    `trùng với ${JSON.stringify(twin)} (không phân biệt chữ hoa, chữ thường); hãy đổi tên một trong hai tệp`,
    `is ${JSON.stringify(twin)} again where upper and lower case are one; rename either file`,
  );
}
