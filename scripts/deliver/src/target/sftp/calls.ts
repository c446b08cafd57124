import type { SFTPWrapper } from "ssh2";
import { DeliverRefusal } from "../../refusal.ts";
import { cutAt, deniedAt, failedAt, fullAt } from "../faults.ts";
import type { Session } from "./connect.ts";

// Status codes of the protocol, draft 3, which is what servers speak.
export const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
export const FAILURE = 4;

/** How the library answers. */
export type Callback<Result> = (fault: Error | null | undefined, result: Result) => void;
type Act<Result> = (sftp: SFTPWrapper, done: Callback<Result>) => unknown;

/** Calls of an SFTP session, whose faults say what to do; a line that is cut ends each of them. */
export class SftpCalls {
  readonly #session: Session;
  readonly #address: string;
  readonly #folder: string;

  constructor(session: Session, address: string, folder: string) {
    this.#session = session;
    this.#address = address;
    this.#folder = folder;
  }

  /** What a call answers, null where there is no such file. */
  async orNull<Result>(path: string, act: Act<Result>): Promise<Result | null> {
    try {
      return await this.act(path, act);
    } catch (fault) {
      if (codeOf(fault) === NO_SUCH_FILE) return null;
      throw fault;
    }
  }

  /** What a call answers. @throws {DeliverRefusal} for a line cut, a disk full, a right missing, a server that fails */
  async act<Result>(path: string, act: Act<Result>): Promise<Result> {
    const answered = new Promise<Result>((resolve, reject) => {
      act(this.#session.sftp, (fault, result) => (fault ? reject(fault) : resolve(result)));
    });
    try {
      return await Promise.race([answered, this.#session.broken]);
    } catch (fault) {
      throw await this.#explained(path, fault);
    }
  }

  async #explained(path: string, fault: unknown): Promise<unknown> {
    const code = codeOf(fault);
    if (code === NO_SUCH_FILE) return fault;
    if (code === PERMISSION_DENIED) return deniedAt(`${this.#address}/${path}`, fault);
    if (code === undefined) return isOurs(fault) ? fault : cutAt(`${this.#address}/${path}`, fault);
    return (await this.#isFull(fault))
      ? fullAt(`${this.#address}/${path}`, fault)
      : failedAt(`${this.#address}/${path}`, fault);
  }

  // OpenSSH says "Failure" of a full disk as of anything else; how much is free tells.
  async #isFull(fault: unknown): Promise<boolean> {
    if (/space|quota/i.test(String(fault))) return true;
    const free = new Promise<number>((resolve) => {
      const done = (failed: unknown, found: { f_bavail?: number } | undefined) =>
        resolve(failed ? 1 : (found?.f_bavail ?? 1));
      this.#session.sftp.ext_openssh_statvfs(this.#folder, done as never);
    });
    return Promise.race([free, this.#session.broken]).then(
      (blocks) => blocks === 0,
      () => false,
    );
  }
}

/** The status that a server answered with, undefined where it answered nothing. */
export function codeOf(fault: unknown): number | undefined {
  if (fault instanceof DeliverRefusal) return codeOf(fault.cause);
  const code = fault instanceof Error && "code" in fault ? fault.code : undefined;
  return typeof code === "number" ? code : undefined;
}

// What the client itself refuses, before anything travels, is no fault of the line.
export function isOurs(fault: unknown): boolean {
  return /does not support this extended request/.test(String(fault));
}
