import { isAbsolute, resolve } from "node:path";
import { directoryTarget } from "./directory.ts";
import { sftpAddress } from "./sftp/address.ts";
import type { HostKeyOptions } from "./sftp/host-key.ts";
import { askedPassword, passwordFrom } from "./sftp/password.ts";
import { sftpTarget } from "./sftp/sftp-target.ts";
import type { Target } from "./target.ts";

/** How a target is entered, where it is not a folder of this machine. */
export interface AccessOptions extends HostKeyOptions {
  readonly key?: string;
  readonly askPassword: boolean;
  readonly passwordFd?: number;
}

/** Opens the target of an address: `sftp://…`, or a folder; the folder where npm was called from counts for a relative one. */
export async function openTarget(address: string, access: AccessOptions): Promise<Target> {
  if (address.startsWith("sftp:")) {
    const password = await passwordOf(address, access);
    return sftpTarget(sftpAddress(address), { ...access, ...(password === undefined ? {} : { password }) });
  }
  return directoryTarget(isAbsolute(address) ? address : resolve(process.env.INIT_CWD ?? ".", address));
}

async function passwordOf(address: string, { askPassword, passwordFd }: AccessOptions): Promise<string | undefined> {
  if (passwordFd !== undefined) return passwordFrom(passwordFd);
  return askPassword ? askedPassword(address) : undefined;
}

/** Works on a target and closes it, whatever happens. */
export async function withTargetAt<Result>(target: Target, work: (target: Target) => Promise<Result>): Promise<Result> {
  try {
    return await work(target);
  } finally {
    await target.close();
  }
}
