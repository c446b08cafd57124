import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { ReportError } from "../report/report-error.ts";
import { userPath } from "../user-path.ts";

/** How a password is given: never on the command line, where other users and the shell's history see it. */
export interface PasswordOptions {
  /** Ask for it on the terminal. */
  password?: boolean;
  /** File, or descriptor such as /dev/fd/3, whose first line it is. */
  passwordFile?: string;
}

// Lists travel and can be tried offline for as long as somebody likes.
const SHORTEST = 10;
// The library's own limit.
const LONGEST = 255;

/**
 * The password to encrypt with, null where none is wanted.
 * @throws {ReportError} where it is too short, typed differently twice, or there is no terminal to ask on
 */
export async function newPassword({ password, passwordFile }: PasswordOptions): Promise<string | null> {
  if (passwordFile !== undefined) return usable(await passwordIn(userPath(passwordFile)));
  if (password !== true) return null;
  if (!process.stdin.isTTY) throw noTerminal();
  const typed = usable(await ask("Mật khẩu cho danh sách | Password for the lists: "));
  const again = await ask("Nhập lại | Again: ");
  if (typed !== again) throw new ReportError("hai lần nhập khác nhau | typed differently the second time");
  return typed;
}

/** The password of files that are encrypted already, asked for where no file holds it. @throws {ReportError} as `newPassword` */
export async function knownPassword({ passwordFile }: PasswordOptions): Promise<string> {
  if (passwordFile !== undefined) return (await passwordIn(userPath(passwordFile))).normalize("NFC");
  if (!process.stdin.isTTY) throw noTerminal();
  return (await ask("Mật khẩu | Password: ")).normalize("NFC");
}

async function passwordIn(path: string): Promise<string> {
  const text = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new ReportError(`${path}: không đọc được tệp mật khẩu (${cause.code}) | the password file cannot be read`);
  });
  return text.split(/\r?\n/, 1)[0] ?? "";
}

function usable(password: string): string {
  // Whoever types it elsewhere may compose accents otherwise.
  const composed = password.normalize("NFC");
  if (composed.length >= SHORTEST && composed.length <= LONGEST) return composed;
  throw new ReportError(
    `mật khẩu có ${composed.length} ký tự; cần từ ${SHORTEST} đến ${LONGEST} | the password has ${composed.length} characters; expected ${SHORTEST} to ${LONGEST}`,
  );
}

function noTerminal(): ReportError {
  return new ReportError(
    "mật khẩu được hỏi trên cửa sổ lệnh; không có thì dùng --password-file TỆP | the password is asked for on a terminal; without one use --password-file FILE",
  );
}

/** Asks without showing what is typed. */
function ask(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise((resolve, reject) => {
    lines.once("line", resolve);
    lines.once("close", () => reject(new ReportError("đã dừng | stopped")));
  }).finally(() => {
    lines.close();
    process.stderr.write("\n");
  }) as Promise<string>;
}
