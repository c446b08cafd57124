import { resolve } from "node:path";

/** A path as its user meant it: npm starts scripts in the package's folder and says where it was called. */
export function userPath(path: string): string;
export function userPath(path: string | undefined): string | undefined;
export function userPath(path: string | undefined): string | undefined {
  return path === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), path);
}
