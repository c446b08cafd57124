import type { DataInput } from "@tiendo/schema";
import type { Run } from "../run.ts";
import type { SentFolder } from "./sent-folder.ts";

/** The folders that were sent, as inputs of a data package: what proves each, and how many of its rows were added up. */
export function sentInputs({ sent }: Pick<Run, "sent">): DataInput[] {
  return sent.filter(({ proven, refusal }) => proven !== null || refusal !== null).map(inputOf);
}

function inputOf(one: SentFolder): DataInput {
  const { name, sha256, refusal, tables } = one;
  const rows = [...tables.values()].reduce((sum, some) => sum + some.length, 0);
  const status = refusal === null ? "accepted" : "refused";
  const counts = { records_in: rows, accepted: rows, quarantined: 0, rejected: 0 };
  return { file: name, sha256, status, ...counts, ...provenOf(one) };
}

function provenOf({ proven, part: { unit, publicKey } }: SentFolder): Pick<DataInput, "folder"> {
  if (proven === null || publicKey === null) return {};
  const { described, signature, trustedComment } = proven;
  const own = { report: described.name, unit_code: unit.code, edition: unit.edition, as_of: described.version };
  return { folder: { ...own, public_key: publicKey, signature, trusted_comment: trustedComment } };
}
