import { expect, test } from "vitest";
import { findings } from "./given.ts";
import { dose, group, person } from "./rows.ts";
import { rule } from "./rule.ts";

const one = (changes = {}, more = {}) => ({ dose_record: [dose(changes)], ...more });
const each = (...changes: object[]) => ({ dose_record: changes.map((change) => dose({ ...change })) });

rule("day/dose_after_report", {
  passes: one(),
  fails: [one({ dose_date: "01/05/2022" }), "1 dose_date: 2022-05-01 | up to 2022-04-26"],
  boundary: [
    {
      dose_record: [
        dose({ input_file: "b.csv", dose_date: "26/04/2022" }),
        dose({ input_file: "b.csv", dose_date: "27/04/2022" }),
      ],
      person_record: [person()],
      person_dose: [group(1), group(2, { dose_date: "27/04/2022" })],
    },
    "1 dose_2_dose_date: 2022-04-27",
    "b.csv:2 dose_date",
  ],
});

rule("dose/date_before_first", {
  passes: one(),
  fails: [one({ dose_date: "01/08/2020" }), "1 dose_date: 2020-08-01 | 2021-03-08 or later"],
  boundary: [each({ dose_date: "08/03/2021" }, { dose_date: "07/03/2021" }), "2 dose_date"],
});

rule("dose/date_before_birth", {
  passes: each({}, { birth_date: null }, { birth_date: "31/02/2021" }),
  fails: [one({ birth_date: "02/08/2021" }), "1 dose_date: 2021-08-01 | 2021-08-02 or later"],
  // Born some day of August or of 2021: perhaps before 1 August.
  boundary: [
    each(
      { birth_date: "01/08/2021" },
      { birth_date: "08/2021" },
      { birth_date: "2021" },
      { birth_date: "09/2021" },
      { birth_date: "2022" },
    ),
    "4 dose_date: 2021-08-01 | 2021-09 or later",
    "5 dose_date: 2021-08-01 | 2022 or later",
  ],
});

rule("dose/late_entry", {
  passes: each({}, { entered_on: null }, { entered_on: "31/07/2021" }),
  fails: [one({ entered_on: "04/08/2021" }), "1 entered_on: 3 | within 1 day (2–7 days late)"],
  boundary: [
    each(
      { entered_on: "02/08/2021" },
      { entered_on: "03/08/2021" },
      { entered_on: "08/08/2021" },
      { entered_on: "09/08/2021" },
      { entered_on: "15/08/2021" },
      { entered_on: "16/08/2021" },
    ),
    "2 entered_on: 2 | within 1 day (2–7 days late)",
    "3 entered_on: 7 | within 1 day (2–7 days late)",
    "4 entered_on: 8 | within 1 day (8–14 days late)",
    "5 entered_on: 14 | within 1 day (8–14 days late)",
    "6 entered_on: 15 | within 1 day (over 14 days late)",
  ],
});

test("what is expected is told in Vietnamese by the same limits", async () => {
  const expected = async (check: string, ...changes: object[]) =>
    (await findings(check, each(...changes))).map((found) => found.expected_vi);
  const entered = [3, 8, 9, 15, 16].map((day) => ({ entered_on: `${day}/08/2021` }));
  expect(await expected("dose/late_entry", ...entered)).toEqual([
    ...["trong 1 ngày (nhóm muộn 2–7 ngày)", "trong 1 ngày (nhóm muộn 2–7 ngày)"],
    ...["trong 1 ngày (nhóm muộn 8–14 ngày)", "trong 1 ngày (nhóm muộn 8–14 ngày)"],
    "trong 1 ngày (nhóm muộn trên 14 ngày)",
  ]);
  const born = ["02/08/2021", "09/2021", "2022"].map((birth_date) => ({ birth_date }));
  expect(await expected("dose/date_before_birth", ...born)).toEqual([
    ...["từ ngày sinh 02/08/2021 trở đi", "từ ngày sinh 09/2021 trở đi", "từ ngày sinh 2022 trở đi"],
  ]);
  // The vaccine asks for 18 years, the booster for 12.
  const young = { dose_kind: "booster_1", birth_date: "01/01/2012", dose_date: "24/06/2022" };
  expect(await expected("dose/dose_too_young", young)).toEqual(["từ 18 tuổi"]);
});

rule("dose/dose_too_young", {
  passes: each({}, { birth_date: null }, { vaccine: "Pfizer", birth_date: "01/01/2008" }),
  fails: [one({ birth_date: "01/01/2008" }), "1 dose_date: 13 | an age of 18 or more"],
  // AstraZeneca from the 18th birthday; of the year 2003 somebody may be 18. Pfizer from 5 since April 2022, from 12 before.
  boundary: [
    each(
      { birth_date: "01/08/2003" },
      { birth_date: "02/08/2003" },
      { birth_date: "2003" },
      { birth_date: "2004" },
      { vaccine: "Pfizer", birth_date: "01/01/2012", dose_date: "31/03/2022" },
      { vaccine: "Pfizer", birth_date: "01/01/2012", dose_date: "01/04/2022" },
      { vaccine: "Abdala", birth_date: "02/08/2002" },
    ),
    "2 dose_date: 17",
    "4 dose_date: 17",
    "5 dose_date: 10 | an age of 12 or more",
    "7 dose_date: 18 | an age of 19 or more",
  ],
});

rule("dose/dose_too_young", {
  // Who is born after the dose has another issue; on the day of birth one is too young.
  passes: one({ birth_date: "02/08/2021" }),
  fails: [one({ birth_date: "01/08/2021" }), "1 dose_date: 0 | an age of 18 or more"],
  // Of the rules of a kind the lowest age holds, of the vaccine's and the kind's the higher one.
  boundary: [
    {
      asOf: "2022-07-01",
      ...each(
        ...["Pfizer", "AstraZeneca"].map((vaccine) => ({
          ...{ vaccine, dose_kind: "booster_1", birth_date: "01/01/2012", dose_date: "24/06/2022" },
        })),
      ),
    },
    "1 dose_date: 10 | an age of 12 or more",
    "2 dose_date: 10 | an age of 18 or more",
  ],
});

rule("dose/dose_too_young", {
  // A first booster of a 15-year-old: allowed once the rule for 12–17 is in force, 23 June 2022.
  passes: one(
    { vaccine: "Pfizer", dose_kind: "booster_1", birth_date: "2007", dose_date: "23/06/2022" },
    { asOf: "2022-07-01" },
  ),
  fails: [
    one({ vaccine: "Pfizer", dose_kind: "booster_1", birth_date: "2007", dose_date: "01/02/2022" }),
    "1 dose_date: 15 | an age of 18 or more",
  ],
  boundary: [
    {
      asOf: "2022-07-01",
      ...each(
        { vaccine: "Pfizer", dose_kind: "booster_1", birth_date: "2007", dose_date: "22/06/2022" },
        { vaccine: "Pfizer", dose_kind: "booster_2", birth_date: "10/05/2004", dose_date: "10/05/2022" },
        { vaccine: "Pfizer", dose_kind: "booster_2", birth_date: "11/05/2004", dose_date: "10/05/2022" },
      ),
    },
    "1 dose_date: 15",
    "3 dose_date: 17",
  ],
});

rule("dose/dose_too_young", {
  // The lowest age holds among the rules in force on the day, not among those that have ended.
  passes: {
    vaccine_ages: [{ vaccine: "pfizer", valid_from: "2021-03-08", valid_to: "2021-07-31", min_age: 3 }],
    dose_rules: [{ dose_kind: "booster_1", valid_from: "2021-12-01", valid_to: "2021-12-16", min_age: 12 }],
    ...each(
      { vaccine: "Pfizer", birth_date: "01/07/2011", dose_date: "31/07/2021" },
      { vaccine: "Pfizer", birth_date: "01/07/2006", dose_date: "16/12/2021", dose_kind: "booster_1" },
    ),
  },
  fails: [
    {
      vaccine_ages: [{ vaccine: "pfizer", valid_from: "2021-03-08", valid_to: "2021-07-31", min_age: 3 }],
      ...one({ vaccine: "Pfizer", birth_date: "01/07/2011", dose_date: "01/08/2021" }),
    },
    "1 dose_date: 10 | an age of 12 or more",
  ],
  boundary: [
    {
      dose_rules: [{ dose_kind: "booster_1", valid_from: "2021-12-01", valid_to: "2021-12-16", min_age: 12 }],
      ...one({ vaccine: "Pfizer", birth_date: "01/07/2006", dose_date: "17/12/2021", dose_kind: "booster_1" }),
    },
    "1 dose_date: 15 | an age of 18 or more",
  ],
});

rule("dose/lot_format", {
  passes: each({}, { lot: null }, { lot: "ABX-123/4.5" }, { lot: "202108 B2" }),
  fails: [one({ lot: "không rõ" }), "1 lot: không rõ | 3 to 20 plain letters and digits"],
  boundary: [
    each(
      { lot: "A12" },
      { lot: "A1" },
      { lot: "A1234567890123456789" },
      { lot: "A12345678901234567890" },
      { lot: "ABC" },
      { lot: "FF2832?" },
    ),
    "2 lot: A1",
    "4 lot: A12345678901234567890",
    "5 lot: ABC",
    "6 lot: FF2832?",
  ],
});
