import { rowKinds } from "@tiendo/schema";
import type { RunFile } from "../read/run-file.ts";
import type { EarlierRelease } from "./earlier-release.ts";

const ARRIVAL = /^([0-9]{4}-[0-9]{2}-[0-9]{2})\//;

/**
 * The tables of files that came in after a release: those of a later day, see `rawFiles`, and those which name no day and are
 * not among its inputs. Inputs about people are named nowhere in public; without a day they have always been there.
 */
export function arrivedSince(files: readonly RunFile[], { as_of, described }: EarlierRelease): string[] {
  const known = new Set(described.tiendo.inputs.map(({ file, sha256 }) => `${file}\0${sha256}`));
  return files.flatMap(({ name, sha256, tables }) => {
    const day = ARRIVAL.exec(name)?.[1];
    const isNew = (file: string, personLevel: boolean) =>
      day === undefined ? !personLevel && !known.has(`${file}\0${sha256}`) : day > as_of;
    return tables
      .filter(({ input_file, kind }) => isNew(input_file, rowKinds[kind].personLevel))
      .map(({ input_file }) => input_file);
  });
}
