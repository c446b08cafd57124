import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Outcome } from "../src/run.ts";
import { figureFile, figureRow } from "./figure-rows.ts";
import { Workspace } from "./workspace.ts";

/** A run over files of a case each. */
class Cases {
  workspace!: Workspace;
  outcome!: Outcome;

  async run(files: readonly string[]): Promise<void> {
    this.workspace = await (await Workspace.create()).empty();
    for (const [at, file] of files.entries()) await this.workspace.send(nameOf(at), file);
    this.outcome = await this.workspace.run();
  }
}

const nameOf = (at: number) => `case-${String(at + 1).padStart(2, "0")}.csv`;
const dayOf = (at: number) => `2022-05-${String(at + 1).padStart(2, "0")}`;

describe("a row that breaks a rule is quarantined with its code and both messages, the good rows are published", () => {
  const broken: Array<[name: string, row: string, code: string, vi: string, en: string]> = [
    [
      "a done above its total",
      figureRow({ done: "424001" }),
      "PART.WHOLE",
      "Số đã làm 424001 lớn hơn tổng số 424000",
      "The number done, 424001, is above the total, 424000",
    ],
    [
      "a month 13",
      figureRow({ as_of: "2022-13-01" }),
      "DATE.INVALID",
      "“2022-13-01” không phải là một ngày",
      "“2022-13-01” is not a date",
    ],
    [
      "an unknown unit",
      figureRow({ unit_code: "03" }),
      "UNIT.UNKNOWN",
      "Không có đơn vị hành chính “03”",
      "There is no administrative unit “03”",
    ],
    [
      "a unit of another edition",
      figureRow({ unit_code: "70", edition: "2025" }),
      "UNIT.UNKNOWN",
      "đơn vị hành chính “70”",
      "administrative unit “70”",
    ],
    [
      "a measure unit that does not fit",
      figureRow({ measure_unit: "mũi" }),
      "MEASURE.MISFIT",
      "không khớp với chỉ tiêu; cần “người”",
      "does not fit the indicator; expected “people”",
    ],
    ["no measure unit", figureRow({ measure_unit: "" }), "MEASURE.MISFIT", "cần “người”", "expected “people”"],
    [
      "an unknown measure unit",
      figureRow({ measure_unit: "lọ" }),
      "MEASURE.UNKNOWN",
      "Không có đơn vị tính “lọ”",
      "There is no measure unit “lọ”",
    ],
    ["a missing source", figureRow({ source: "" }), "SOURCE.MISSING", "Không nêu nguồn", "No source is given"],
    [
      "an unknown indicator",
      figureRow({ indicator: "lam_sach.la" }),
      "INDICATOR.UNKNOWN",
      "Không có chỉ tiêu “lam_sach.la”",
      "There is no indicator “lam_sach.la”",
    ],
    [
      "no number and no status",
      figureRow({ done: "", done_qualifier: "" }),
      "FIGURE.EMPTY",
      "Dòng không có số nào",
      "The row holds no number",
    ],
    [
      "a number without a qualifier",
      figureRow({ total_qualifier: "" }),
      "QUALIFIER.MISSING",
      "Số “424000” không có cách nêu",
      "The number “424000” has no qualifier",
    ],
    [
      "an ambiguous number",
      figureRow({ done: "209.000" }),
      "NUMBER.AMBIGUOUS",
      "“209.000” có thể là số lẻ hoặc số hàng nghìn",
      "“209.000” may be a decimal or thousands",
    ],
    ["a negative count", figureRow({ done: "-1" }), "COUNT.NEGATIVE", "tìm thấy “-1”", "found “-1”"],
    [
      "a day after the report's",
      figureRow({ as_of: "2022-09-02" }),
      "DATE.AFTER_REPORT",
      "sau ngày của báo cáo (đến ngày 01/09/2022)",
      "after the day of the report (up to 2022-09-01)",
    ],
    [
      "a percentage that cannot be read",
      figureRow({ reported_pct: "50%" }),
      "PERCENTAGE.FORMAT",
      "Tỷ lệ “50%” không đọc được",
      "The percentage “50%” cannot be read",
    ],
  ];
  const cases = new Cases();
  // Good rows of a day of its own stand before and after each broken one.
  beforeAll(() =>
    cases.run(
      broken.map(([, row], at) => {
        const good = (unit_code: string) => figureRow({ unit_code, as_of: dayOf(at) });
        return figureFile(good("60"), row, good("77"));
      }),
    ),
  );
  afterAll(() => cases.workspace.remove());

  test("every file keeps its good rows, and the run ends with 1", () => {
    const rows = { records_in: 3 * broken.length, accepted: 2 * broken.length, quarantined: broken.length };
    expect(cases.outcome).toMatchObject({ exitStatus: 1, rows });
  });

  for (const [at, [name, , code, vi, en]] of broken.entries()) {
    test(`${name}: ${code}`, async () => {
      const input_file = nameOf(at);
      const figures = await cases.workspace.published<{ unit_code: string; input_file: string }>("figure");
      expect(figures.filter((row) => row.input_file === input_file).map(({ unit_code }) => unit_code)).toEqual([
        "60",
        "77",
      ]);
      expect(await cases.workspace.published("row_account")).toContainEqual(
        expect.objectContaining({
          input_file,
          status: "partially_accepted",
          records_in: 3,
          accepted: 2,
          quarantined: 1,
        }),
      );
      expect(await cases.workspace.published("issue_count")).toContainEqual(
        expect.objectContaining({ input_file, code, effect: "quarantine", records: 1 }),
      );
      const lines = (await cases.workspace.issueList()).split("\n");
      const line = lines.find((text) => text.startsWith(`${input_file},`) && text.includes(`,${code},`));
      expect(line).toContain(`${input_file},2,3,`);
      expect([line?.includes(vi), line?.includes(en), line]).toEqual([true, true, line]);
    });
  }
});

describe("a row that keeps every rule is accepted", () => {
  const right: Array<[name: string, row: string]> = [
    ["a done equal to its total", figureRow({ unit_code: "01", done: "424000" })],
    ["the day of the report", figureRow({ as_of: "2022-09-01" })],
    ["a Vietnamese date", figureRow({ unit_code: "02", as_of: "26/04/2022" })],
    ["grouped thousands", figureRow({ unit_code: "04", total: "32.375.467" })],
    [
      "a status without a number",
      figureRow({
        indicator: "de_an_06.cccd_thay_the_bhyt",
        done: "",
        done_qualifier: "",
        total: "",
        total_qualifier: "",
        value_qualifier: "status",
        measure_unit: "",
      }),
    ],
    ["qualifiers in Vietnamese", figureRow({ unit_code: "06", done_qualifier: "Gần", total_qualifier: "khoảng" })],
  ];
  const cases = new Cases();
  beforeAll(() => cases.run(right.map(([, row]) => figureFile(row))));
  afterAll(() => cases.workspace.remove());

  for (const [at, [name]] of right.entries()) {
    test(`${name} is accepted`, async () => {
      expect(await cases.workspace.published("row_account")).toContainEqual(
        expect.objectContaining({ input_file: nameOf(at), status: "accepted", accepted: 1, quarantined: 0 }),
      );
    });
  }

  test("the run ends with 0", () => {
    expect(cases.outcome.exitStatus).toBe(0);
  });
});
