import { isAbsolute, resolve } from "node:path";
import { directoryTarget } from "./directory.ts";
import type { Target } from "./target.ts";

/** Opens the target of an address: a folder. The folder where npm was called from counts for a relative one. */
export async function openTarget(address: string): Promise<Target> {
  const folder = isAbsolute(address) ? address : resolve(process.env.INIT_CWD ?? ".", address);
  return directoryTarget(folder);
}

/** Works on a target and closes it, whatever happens. */
export async function withTargetAt<Result>(target: Target, work: (target: Target) => Promise<Result>): Promise<Result> {
  try {
    return await work(target);
  } finally {
    await target.close();
  }
}
