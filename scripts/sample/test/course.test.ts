import { beforeAll, expect, test } from "vitest";
import { type Given, givenSample } from "./given.ts";

const reference = new URL("../../../data/reference/", import.meta.url).pathname;
let given: Given;
beforeAll(async () => {
  given = await givenSample({ people: 40_000, only: ["truth"] });
});

test("about 2.4 doses a person, none before 8 March 2021 or after the report's day", async () => {
  const {
    doses = 0,
    early,
    late,
  } = await given.ask(`select count(*) / 40000 as doses,
    count(*) filter (dose_date < date '2021-03-08') as early,
    count(*) filter (dose_date > date '2022-04-26') as late from dose`);
  expect(doses).toBeGreaterThan(2.35);
  expect(doses).toBeLessThan(2.45);
  expect({ early, late }).toEqual({ early: 0, late: 0 });
});

test("nobody is younger than the vaccine's age on the day", async () => {
  expect(
    await given.ask(`select count(*) as young from dose join person using (true_person)
      join read_csv('${reference}vaccine_ages.csv', all_varchar = true) as rule using (vaccine)
      where dose_date between cast(valid_from as date) and coalesce(cast(valid_to as date), date '9999-12-31')
        and birth_date + to_years(cast(min_age as integer)) > dose_date`),
  ).toEqual({ young: 0 });
});

test("no interval is shorter than the rule in force on the day of the dose", async () => {
  expect(
    await given.ask(`with pair as (
      select *, lag(dose_date) over course as date_before, lag(vaccine) over course as vaccine_before
      from dose window course as (partition by true_person order by dose_number)
    ) select count(*) as pairs, count(*) filter (dose_date < case
          when min_interval_months is not null then date_before + to_months(cast(min_interval_months as integer))
          else date_before + cast(coalesce(min_interval_days, '0') as integer) end) as too_soon
      from pair join read_csv('${reference}dose_rules.csv', all_varchar = true) as rule
        on rule.dose_kind = pair.kind and coalesce(rule.vaccine, vaccine_before) = vaccine_before
        and dose_date between cast(valid_from as date) and coalesce(cast(valid_to as date), date '9999-12-31')
      where date_before is not null and (rule.min_age is null or rule.min_age = '18')`),
  ).toMatchObject({ too_soon: 0 });
});

test("dose numbers go up with the days, and people without a whole primary course get no booster", async () => {
  expect(
    await given.ask(`with course as (
      select true_person, list(dose_date order by dose_number) as days, list(kind order by dose_number) as kinds,
        list(vaccine order by dose_number) as vaccines, max(dose_number) = count(*) as whole
      from dose group by true_person
    ) select count(*) filter (days <> list_sort(days)) as disordered, count(*) filter (not whole) as with_gaps,
        count(*) filter (len(kinds) > 1 and kinds[2] <> 'primary' and vaccines[1] <> 'janssen') as too_few from course`),
  ).toEqual({ disordered: 0, with_gaps: 0, too_few: 0 });
});

test("more doses are given on the 1st and 15th, fewer on Sundays", async () => {
  const { heaped = 0, sundays = 0 } =
    await given.ask(`select count(*) filter (day(dose_date) in (1, 15)) / count(*) as heaped,
    count(*) filter (isodow(dose_date) = 7) / count(*) as sundays from dose`);
  expect(heaped).toBeGreaterThan(2 / 30.4);
  expect(sundays).toBeLessThan(1 / 7);
});
