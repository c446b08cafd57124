import { readFile } from "node:fs/promises";
import { proven, ReleaseError, verifyFolder } from "@tiendo/release";
import { ReportError } from "../report/report-error.ts";
import { userPath } from "../user-path.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Says what a published folder proves; 0 as published, 1 not so, 2 refused, 3 a fault of ours. */
export async function verifyCommand(place: string, options: { key?: string }): Promise<0 | 1 | 2 | 3> {
  try {
    const onTheWeb = /^https?:\/\//.test(place);
    const key = options.key === undefined ? {} : { key: await keyText(options.key) };
    const found = await verifyFolder(onTheWeb ? place : userPath(place), key);
    for (const sentence of proven(found)) console.log(sentence);
    return found.ok ? 0 : 1;
  } catch (error) {
    return tellRefusal(error instanceof ReleaseError ? new ReportError(error.message) : error);
  }
}

async function keyText(key: string): Promise<string> {
  if (/^RW[A-Za-z0-9+/]{54}$/.test(key)) return key;
  return readFile(userPath(key), "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new ReportError(`${key}: không đọc được khóa (${cause.code}) | the key cannot be read`);
  });
}
