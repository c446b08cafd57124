import type { Case } from "./case.ts";
import { doseCases } from "./dose.ts";
import { headerCases } from "./header.ts";
import { personCases } from "./person.ts";
import { returnCases } from "./return.ts";
import { textCases } from "./text.ts";

/** The corpus: every case, by topic. */
export const cases: Case[] = [...personCases, ...doseCases, ...returnCases, ...headerCases, ...textCases];

/** Cases that may be checked in one run: of one pool and under the same rules. */
export function pools(): Array<[name: string, pool: Case[]]> {
  const poolOf = ({ pool = "pool", rules = {} }: Case) => `${pool} ${JSON.stringify(rules)}`.replace(" {}", "");
  return [...Map.groupBy(cases, poolOf)];
}
