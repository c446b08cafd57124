import type { smallTables } from "./small-tables.ts";

/** The table of rules on doses: of courses and of additional doses these, and more of them as SQL values. */
export function doseRules({ table }: Awaited<ReturnType<typeof smallTables>>, ...more: string[]) {
  return table(
    "dose_rules",
    "dose_kind, vaccine, valid_from, doses",
    "'primary', 'astrazeneca', '2021-03-08', '2'",
    "'primary', 'vero_cell', '2021-03-08', '2'",
    "'primary', 'abdala', '2021-03-08', '3'",
    "'primary', 'abdala', '2021-09-01', '2'",
    "'additional', 'vero_cell', '2022-02-01', '1'",
    "'additional', 'vero_cell', '2021-12-01', '1'",
    ...more,
  );
}
