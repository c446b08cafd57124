import { DataPackage } from "@tiendo/schema";
import { CHECKSUMS, SIGNATURE, sha256 } from "./checksums.ts";
import { changed, extra, missing, type Problem, swapped, unreadable } from "./problem.ts";
import type { Source } from "./source.ts";

/** Compares every file with the hash that was published; names what was changed, dropped, added or swapped. */
export async function checkFiles(source: Source, sums: ReadonlyMap<string, string>): Promise<Problem[]> {
  const byHash = new Map([...sums].map(([name, hash]) => [hash, name]));
  const problems: Problem[] = [];
  for (const [name, expected] of sums) {
    const content = await source.read(name);
    const found = content === null ? null : sha256(content);
    const other = found === null ? undefined : byHash.get(found);
    if (found === null) problems.push(missing(name));
    else if (found !== expected) problems.push(other === undefined ? changed(name) : swapped(name, other));
  }
  const known = new Set([...sums.keys(), CHECKSUMS, SIGNATURE]);
  const others = ((await source.names()) ?? []).filter((name) => !known.has(name));
  return [...problems, ...others.map(extra)];
}

/** Holds `datapackage.json` against the list of hashes: each table that it describes is listed with the same hash. */
export function checkDescription(content: Buffer, sums: ReadonlyMap<string, string>) {
  const parsed = DataPackage.safeParse(parseJson(content));
  const file = "datapackage.json";
  if (!parsed.success)
    return { described: null, problems: [unreadable(file, "không đọc được", "cannot be read as a data package")] };
  const problems = parsed.data.resources.flatMap(({ path, hash }) => {
    if (sums.get(path) === hash.replace("sha256:", "")) return [];
    const vi = `ghi mã băm khác của ${path} so với ${CHECKSUMS}`;
    return [unreadable(file, vi, `states another hash of ${path} than ${CHECKSUMS}`)];
  });
  return { described: parsed.data, problems };
}

function parseJson(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    // Said by the caller, who names the file.
    return null;
  }
}
