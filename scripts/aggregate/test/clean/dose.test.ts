import { describe, expect, test } from "vitest";
import { dose, group, person } from "../rules/rows.ts";
import { cleaned, lines } from "./given.ts";

const course = "select place, dose_kind, vaccine, dose_date::varchar from dose_given order by place";
const given = (changes: Array<Parameters<typeof dose>[0]>) => ({ dose_record: changes.map((change) => dose(change)) });
const merged = "select basis, count(*) from dose_merged group by all order by all";

describe("one dose written twice", () => {
  test("two doses of a person on one day are one, from whatever kind of file", async () => {
    const db = await cleaned({
      person_record: [person()],
      person_dose: [group(1, { dose_date: "01/08/2021", vaccine: "AstraZeneca" })],
      dose_record: [dose({ input_file: "b.csv", dose_date: "01/08/2021" })],
    });
    expect(await lines(db, course)).toEqual(["1 primary astrazeneca 2021-08-01"]);
    expect(await lines(db, merged)).toEqual(["same_day 1"]);
  });

  test("the same number and vaccine within 14 days is one dose, on day 15 it is two", async () => {
    const near = await cleaned(given([{}, { dose_date: "15/08/2021" }]));
    expect(await lines(near, course)).toEqual(["1 primary astrazeneca 2021-08-01"]);
    const far = await cleaned(given([{}, { dose_date: "16/08/2021" }]));
    expect(await lines(far, "select count(*) from dose_given")).toEqual(["2"]);
    const other = await cleaned(given([{}, { dose_date: "15/08/2021", vaccine: "Pfizer" }]));
    expect(await lines(other, "select count(*) from dose_given")).toEqual(["2"]);
  });
});

describe("the kind of a dose", () => {
  const number = (
    dose_number: string,
    dose_date: string,
    vaccine = "AstraZeneca",
    dose_kind: string | null = null,
  ) => ({
    dose_number,
    dose_date,
    vaccine,
    dose_kind,
  });

  test("two primary doses, then the first booster, then the second", async () => {
    const db = await cleaned(
      given([
        number("1", "01/05/2021"),
        number("2", "01/07/2021"),
        number("3", "01/01/2022", "Pfizer"),
        number("4", "20/04/2022", "Pfizer"),
      ]),
    );
    expect(await lines(db, "select place, dose_kind from dose_given order by place")).toEqual([
      "1 primary",
      "2 primary",
      "3 booster_1",
      "4 booster_2",
    ]);
  });

  test("the third dose of Abdala is primary, the second of Janssen a booster", async () => {
    const abdala = await cleaned(given([1, 2, 3, 4].map((at) => number(String(at), `01/0${at}/2022`, "Abdala"))));
    expect(await lines(abdala, "select place, dose_kind from dose_given order by place")).toEqual([
      "1 primary",
      "2 primary",
      "3 primary",
      "4 booster_1",
    ]);
    const janssen = await cleaned(given([number("1", "01/09/2021", "Janssen"), number("2", "01/03/2022", "Pfizer")]));
    expect(await lines(janssen, "select place, dose_kind from dose_given order by place")).toEqual([
      "1 primary",
      "2 booster_1",
    ]);
  });

  test("after Vero Cell dose 3 is additional from the day the rule has it, and dose 4 the first booster", async () => {
    const vero = (third: string) =>
      given([
        number("1", "01/06/2021", "Vero Cell"),
        number("2", "01/07/2021", "Vero Cell"),
        number("3", third, "Pfizer"),
        number("4", "10/04/2022", "Pfizer"),
      ]);
    expect(
      await lines(
        await cleaned(vero("01/12/2021")),
        "select place, dose_kind from dose_given where place > 2 order by place",
      ),
    ).toEqual(["3 additional", "4 booster_1"]);
    expect(
      await lines(
        await cleaned(vero("30/11/2021")),
        "select place, dose_kind from dose_given where place > 2 order by place",
      ),
    ).toEqual(["3 booster_1", "4 booster_2"]);
  });

  test("a kind marked in the file stands, and the next dose follows from it", async () => {
    const db = await cleaned(
      given([
        number("1", "01/05/2021"),
        number("2", "01/07/2021"),
        number("3", "01/01/2022", "Pfizer", "bổ sung"),
        number("4", "20/04/2022", "Pfizer"),
      ]),
    );
    expect(await lines(db, "select place, dose_kind from dose_given where place > 2 order by place")).toEqual([
      "3 additional",
      "4 booster_1",
    ]);
  });

  test("doses are placed by their day, not by the number written", async () => {
    const db = await cleaned(given([number("2", "01/05/2021"), number("1", "01/07/2021")]));
    expect(await lines(db, "select place, dose_number from dose_given order by place")).toEqual(["1 2", "2 1"]);
  });
});
