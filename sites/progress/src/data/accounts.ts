import { type Language, type RowAccount, rowKindNames, rowKinds } from "@tiendo/schema";

/** What became of rows: each is in one of these. */
export const outcomes = ["accepted", "quarantined", "rejected", "exact_duplicates", "superseded", "blank"] as const;
/** What became of accepted rows. */
export const fates = ["kept", "merged"] as const;

/** The counts of an account. */
export type AccountCounts = Pick<RowAccount, "records_in" | (typeof outcomes)[number] | (typeof fates)[number]>;

/** Whether every row is in exactly one outcome. */
export function closes(counts: AccountCounts): boolean {
  return added(counts, outcomes) === counts.records_in && added(counts, fates) === counts.accepted;
}

/** The accounts of several files as one. */
export function inAll(accounts: readonly RowAccount[]): AccountCounts {
  const sums = (["records_in", ...outcomes, ...fates] as const).map((name) => [
    name,
    accounts.reduce((sum, account) => sum + account[name], 0),
  ]);
  return Object.fromEntries(sums) as AccountCounts;
}

/** What a file's rows are about; null where that is not known. */
export function kindTitle({ kind }: RowAccount, lang: Language): string | null {
  const known = rowKindNames.find((name) => name === kind);
  return known === undefined ? null : rowKinds[known].title[lang];
}

function added(counts: AccountCounts, names: readonly (keyof AccountCounts)[]): number {
  return names.reduce((sum, name) => sum + counts[name], 0);
}
