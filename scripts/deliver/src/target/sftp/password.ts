import { readSync } from "node:fs";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { DeliverRefusal } from "../../refusal.ts";

/** The first line that a file descriptor gives: a password that no list of processes and no history shows. */
export function passwordFrom(descriptor: number): string {
  const chunk = Buffer.alloc(4096);
  let text = "";
  try {
    for (let bytes = -1; bytes !== 0 && !text.includes("\n"); ) {
      bytes = readSync(descriptor, chunk);
      text += chunk.toString("utf8", 0, bytes);
    }
  } catch (cause) {
    throw new DeliverRefusal(
      `--password-fd ${descriptor}`,
      "không đọc được mật khẩu từ đó; ví dụ: --password-fd 3 3<tệp",
      "no password can be read from it; such as: --password-fd 3 3<file",
      { cause },
    );
  }
  return text.split("\n")[0]?.replace(/\r$/, "") ?? "";
}

/** Asks for a password at the terminal without showing it. @throws {DeliverRefusal} where there is no terminal */
export function askedPassword(address: string): Promise<string> {
  if (!process.stdin.isTTY)
    throw new DeliverRefusal(
      "--ask-password",
      "không có màn hình để hỏi; hãy dùng --key, ssh-agent hoặc --password-fd",
      "there is no terminal to ask at; use --key, ssh-agent or --password-fd",
    );
  process.stderr.write(`Mật khẩu | Password, ${address}: `);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  return new Promise((resolve) => {
    lines.question("", (password) => {
      lines.close();
      process.stderr.write("\n");
      resolve(password);
    });
  });
}
