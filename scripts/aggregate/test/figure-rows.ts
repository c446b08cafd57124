/** The columns of a figure file in the order of the tests' rows. */
export const figureHeader =
  "unit_code,edition,as_of,as_of_precision,indicator,done,done_qualifier,total,total_qualifier,value,value_qualifier,measure_unit,reported_pct,source,note,note_en";

const right = {
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-26",
  as_of_precision: "day",
  indicator: "lam_sach.doi_tuong",
  done: "240000",
  done_qualifier: "exact",
  total: "424000",
  total_qualifier: "exact",
  value: "",
  value_qualifier: "",
  measure_unit: "người",
  reported_pct: "",
  source: "Báo",
  note: "",
  note_en: "",
};

/** A right figure row as CSV, with some cells changed. */
export function figureRow(changes: Partial<typeof right> = {}): string {
  return Object.values({ ...right, ...changes })
    .map((cell) => `"${cell.replaceAll('"', '""')}"`)
    .join(",");
}

/** A figure file of the rows given. */
export function figureFile(...rows: string[]): string {
  return `${[figureHeader, ...rows].join("\n")}\n`;
}
