import type { Case } from "./case.ts";
import { composedCases } from "./composed.ts";
import { doseCases } from "./dose.ts";
import { formCases } from "./form.ts";
import { headerCases } from "./header.ts";
import { kindCases } from "./kind.ts";
import { pathCases, unreadable } from "./odd-path.ts";
import { oldFontCases } from "./old-font.ts";
import { personCases } from "./person.ts";
import { recordCases } from "./record.ts";
import { returnCases } from "./return.ts";
import { sendingCases } from "./sending.ts";
import { textCases } from "./text.ts";
import { workbookCases } from "./workbook.ts";

/** The corpus: every case, by topic. */
export const cases: Case[] = [
  ...personCases,
  ...doseCases,
  ...returnCases,
  ...headerCases,
  ...kindCases,
  ...textCases,
  ...composedCases,
  ...oldFontCases,
  ...workbookCases,
  ...recordCases,
  ...formCases,
  ...sendingCases,
  ...pathCases,
  ...(process.getuid?.() === 0 ? [] : [unreadable]),
];

/** Cases that may be checked in one run: of one pool and under the same rules. */
export function pools(): Array<[name: string, pool: Case[]]> {
  const poolOf = ({ pool = "pool", rules = {} }: Case) => `${pool} ${JSON.stringify(rules)}`.replace(" {}", "");
  return [...Map.groupBy(cases, poolOf)];
}
