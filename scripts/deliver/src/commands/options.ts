import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Command, InvalidArgumentError } from "commander";
import type { AccessOptions } from "../target/open.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
/** Where things lie in the project, by default. */
export const places = {
  dist: `${root}sites/progress/dist`,
  published: `${root}data/published`,
  releases: `${root}data/releases`,
  log: `${root}data/private/refresh.jsonl`,
  reports: `${root}data/reports`,
  cache: `${root}scripts/deliver/.packed.tmp`,
};

/** How a target is named and entered. */
export interface TargetOptions extends AccessOptions {
  to: string;
  breakLock: boolean;
  dryRun: boolean;
}

/** Adds the options that every command of a target takes. */
export function withTarget(command: Command): Command {
  return command
    .requiredOption("--to <target>", "nơi nhận | the target: /srv/tien-do, sftp://ten@may-chu/srv/tien-do, ban.zip")
    .option("--host-key <fingerprint>", "dấu vân tay khóa máy chủ | fingerprint of the server's key: SHA256:…")
    .option("--known-hosts <file>", "mặc định | by default ~/.ssh/known_hosts", pathFromCaller)
    .option("--key <file>", "khóa riêng, mặc định ssh-agent | private key, by default ssh-agent", pathFromCaller)
    .option("--ask-password", "hỏi mật khẩu | ask for the password", false)
    .option("--password-fd <n>", "đọc mật khẩu từ bộ mô tả tệp | read the password from a file descriptor", descriptor)
    .option("--break-lock", "lấy khóa của người khác | take the lock from whoever has it", false)
    .option("--dry-run", "chỉ nói sẽ làm gì | only say what would be done", false);
}

/** A path as the caller means it: npm runs scripts from the project's root, wherever the caller stands. */
export const pathFromCaller = (text: string) => resolve(process.env.INIT_CWD ?? ".", text);

/** A count from 1 on. */
export function count(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`“${text}”: cần số từ 1 | expected a number from 1 on`);
}

function descriptor(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`“${text}”: cần số, như 3 | expected a number such as 3`);
}

/** The web address of a portal's folder. */
export function webAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url !== null && /^https?:$/.test(url.protocol) && url.search === "" && url.username === "";
  if (isPlain && url.pathname.endsWith("/")) return url;
  throw new InvalidArgumentError(
    `“${text}”: cần địa chỉ như | expected an address such as https://soyte.example.vn/tien-do/`,
  );
}
