import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { type Given, givenSample } from "./given.ts";

const rates = new Map(
  readFileSync(new URL("../data/rates.csv", import.meta.url), "utf8")
    .split("\n")
    .map((line) => [line.split(",")[0] ?? "", Number(line.split(",")[1])] as const),
);

let given: Given;
beforeAll(async () => {
  // Hà Giang has no profile of its own: the national rates hold.
  given = await givenSample({ people: 60_000, units: ["02"] });
  await given.rows(`create temp table main as select record.*, person.* exclude (record_key)
    from record join (select *, null as record_key from person) as person using (true_person) where record_kind = 'main'`);
  await given.rows(
    `create temp table event as select * from read_csv('${given.persons}/event_*.csv', all_varchar = true)`,
  );
});

const badId = "regexp_matches(dirt, 'id_(missing|placeholder|scientific|malformed)')";
const wrong =
  "regexp_matches(dirt, 'id_(typo|station)|name_(misspelt|unaccented|shortened)|birth_(year_off|swapped|day_off)|sex_other')";
const vietnamese = "from main where not is_foreigner";
const usable = `${vietnamese} and not ${badId}`;
const elder = "year(birth_date) < 1962";

/** What counts as one, and among what: the share is to be the rate. */
const cases: Array<[rate: string, one: string, among: string]> = [
  ["foreigner", "is_foreigner", "from person where year(birth_date) < 2003"],
  ["missing_or_bad_id", badId, vietnamese],
  ["wrong", wrong, usable],
  ["class_a_blank", "dirt like '%id_missing%'", `${vietnamese} and ${badId}`],
  ["class_a_placeholder", "dirt like '%id_placeholder%'", `${vietnamese} and ${badId}`],
  ["class_b_scientific", "dirt like '%id_scientific%'", `${vietnamese} and ${badId}`],
  ["wrong_sex", "dirt like '%sex_other%'", `${usable} and ${wrong}`],
  ["capitals", "dirt like '%name_capitals%'", "from main"],
  [
    "id_decimal",
    "dirt like '%id_decimal%'",
    `${usable} and dirt not like '%id_typo%' and dirt not like '%id_station%'`,
  ],
  ["id_spaced", "dirt like '%id_spaced%'", `${usable} and dirt not like '%id_typo%' and dirt not like '%id_station%'`],
  ["station_id", "dirt like '%id_station%'", `${usable} and regexp_matches(dirt, 'id_(typo|station)')`],
  [
    "year_only",
    "dirt like '%birth_year_only%'",
    `from main where ${elder} and not regexp_matches(dirt, 'birth_(year_off|swapped|day_off)')`,
  ],
  ["unit_unknown", "dirt like '%unit_unknown%'", "from record where kind = 'person_record'"],
  [
    "keyless_dose",
    "dirt like '%key_missing%'",
    "from record where record_kind = 'dose' and true_person in (select true_person from main where record_key is not null)",
  ],
  ["dose_impossible", "dirt like '%dose_impossible%'", "from record where kind = 'dose_record'"],
  [
    "second_same_id",
    "record_kind = 'same_id'",
    `from record join person using (true_person) where not is_foreigner and record_kind in ('main', 'same_id') and not ${badId}`,
  ],
  ["second_typo_name", "record_kind = 'typo_name'", "from record where record_kind in ('main', 'typo_name')"],
  ["second_no_id", "record_kind = 'no_id'", "from record where record_kind in ('main', 'no_id')"],
  ["replayed", "record_kind = 'main replayed'", "from record where record_kind in ('main', 'main replayed')"],
  ["dose_alone", "true_person not in (select true_person from main)", "from person"],
  ["lives_elsewhere", "permanent_commune_code <> commune_code", "from person"],
  ["dose_off_by_one", "dirt like '%dose_off_by_one%'", "from record where kind = 'dose_record'"],
];

describe("rates as asked", () => {
  test.each(cases)("%s", async (rate, one, among) => {
    const asked = rates.get(rate) ?? Number.NaN;
    const { ones = 0, all = 0 } = await given
      .ask(`select count(*) filter (${one}) as ones, count(*) as all_rows ${among}`)
      .then(({ ones, all_rows }) => ({ ones, all: all_rows }));
    // Four standard deviations, and a little for conditions that the truth does not state.
    const allowed = 4 * Math.sqrt((asked * (1 - asked)) / all) + 0.03 * asked;
    expect(Math.abs(ones / all - asked), `${ones} of ${all}, asked ${asked}`).toBeLessThan(allowed);
  });

  test("of the people matched in March 2022, right, wrong and unchecked as published", async () => {
    const {
      with_id = 0,
      checked = 0,
      right = 0,
    } = await given.ask(
      `with central as (
      select "Mã hồ sơ" as record_key, min("Kết quả") as result from event where "Mã đơn vị" = 'VN' and "Bước" = 'đã đối chiếu' group by 1
    ) select count(*) as with_id, count(result) as checked, count(*) filter (result = 'đúng') as right
      from main left join central using (record_key) where not is_foreigner and not ${badId}`.replace(
        " as right\n",
        ' as "right"\n',
      ),
    );
    expect(right / with_id).toBeCloseTo(0.7043, 1);
    expect(1 - checked / with_id).toBeCloseTo(0.0353, 2);
  });

  test("doses not entered on the report's day: 7.6 of 212.6 million", async () => {
    const { share = 0 } = await given.ask("select count(*) filter (records = '') / count(*) as share from dose");
    expect(Math.abs(share - 7.6 / 212.6)).toBeLessThan(0.005);
  });

  test("with certain dirt only, what no exact key joins is left out", async () => {
    const certain = await givenSample({ people: 20_000, dirt: "certain" });
    expect(
      await certain.ask(`select count(*) filter (regexp_matches(dirt, 'year_only|station|unknown|key_missing|off_by_one|impossible')) as other_dirt,
        count(*) filter (record_kind in ('other_id', 'no_id', 'typo_name', 'typo_id', 'swapped', 'moved')) as other_seconds,
        count(*) filter (record_kind = 'same_id') > 50 as same_id from record`),
    ).toEqual({ other_dirt: 0, other_seconds: 0, same_id: 1 });
  });
});
