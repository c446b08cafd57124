import { accepted, type Case, refused } from "./case.ts";
import type { Cells } from "./people.ts";
import { csv, rowsOf } from "./table.ts";

const common = ["unit_code", "edition", "as_of", "indicator", "done", "measure_unit"];
/** Two columns that figures alone have, and two of returns of indicators. */
const ofFigures = ["as_of_precision", "source"];
const ofReturns = ["qualifier", "due_date"];

const row: Cells = {
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  indicator: "lam_sach.doi_tuong",
  done: "240",
  measure_unit: "person",
  as_of_precision: "day",
  source: "Báo cáo số 12",
  done_qualifier: "exact",
  qualifier: "exact",
  due_date: "2022-04-19",
};
const one = (name: string, columns: readonly string[], rules: Case["rules"], expected: Case["expected"]): Case => ({
  name: `the kind of rows: ${name}`,
  rules: rules ?? {},
  make: (place) => place.write("a.csv", csv(rowsOf(columns, [row]))),
  expected,
});

/** Headers that fit two kinds of rows alike: which it is must be said, and is never guessed. */
export const kindCases: Case[] = [
  one("two fit alike", [...common, ...ofFigures, ...ofReturns], {}, refused("FILE.KIND_AMBIGUOUS")),
  one(
    "two fit alike, and one was said",
    [...common, ...ofFigures, ...ofReturns],
    { kind: "indicator_return" },
    accepted("indicator_return", 1, ["0 W FILE.HEADER_EXTRA"]),
  ),
  one(
    "two fit, one by a column more",
    [...common, ...ofFigures, "done_qualifier", ...ofReturns],
    {},
    accepted("figure", 1, ["0 W FILE.HEADER_EXTRA"]),
  ),
];
