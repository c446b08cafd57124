import { beforeAll, expect, test } from "vitest";
import { type Given, givenSample } from "./given.ts";

let given: Given;
beforeAll(async () => {
  given = await givenSample({ people: 60_000, peoplePerBlock: 20_000, only: ["truth"] });
});

test("every identity number begins with 9, has 12 or 9 digits and belongs to one person", async () => {
  expect(
    await given.ask(`select count(*) filter (not regexp_full_match(id_12, '9[0-9]{11}')) as bad_12,
      count(*) filter (not regexp_full_match(id_9, '9[0-9]{8}')) as bad_9,
      count(id_12) - count(distinct id_12) as shared_12,
      count(id_9) - count(distinct id_9) as shared_9,
      count(*) filter (is_foreigner and id_12 is not null) as foreigners_with_one,
      count(*) filter (not is_foreigner and id_12 is null) as people_without
    from person`),
  ).toEqual({ bad_12: 0, bad_9: 0, shared_12: 0, shared_9: 0, foreigners_with_one: 0, people_without: 0 });
});

test("a number of 12 digits says province, century and sex, and birth year", async () => {
  expect(
    await given.ask(`select count(*) as wrong from person where id_12 is not null and (
      cast(id_12[4] as integer) <> 2 * (year(birth_date) // 100 - 19) + (case sex when 'female' then 1 else 0 end)
      or id_12[5:6] <> right(cast(year(birth_date) as varchar), 2))`),
  ).toEqual({ wrong: 0 });
});

test("one wrong digit never makes the number of somebody else", async () => {
  expect(
    await given.ask(`with changed as (
      select id_12[1:place - 1] || digit || id_12[place + 1:] as id, id_12 from person, range(1, 13) as p(place), range(10) as d(digit)
      where id_12 is not null and id_12[place] <> cast(digit as varchar)
    ) select count(*) as alike from changed semi join (select id_12 as id from person) using (id)`),
  ).toEqual({ alike: 0 });
});

test("surnames have the published shares", async () => {
  const shares = await given.rows<{ surname: string; share: number }>(
    "select split_part(true_name, ' ', 1) as surname, count(*) / sum(count(*)) over () as share from person where not is_foreigner group by 1",
  );
  const share = new Map(shares.map((row) => [row.surname, row.share]));
  for (const [surname, published] of [
    ["Nguyễn", 0.384],
    ["Trần", 0.11],
    ["Lê", 0.096],
    ["Phạm", 0.072],
  ] as const) // prettier-ignore
    expect(Math.abs((share.get(surname) ?? 0) - published), surname).toBeLessThan(0.006);
});

test("twins share birth date and household but no name, namesakes name and birth date but no commune", async () => {
  const twins =
    await given.ask(`select count(*) as twins, count(*) filter (alike.true_name = twin.true_name) as same_name
    from person as twin join person as alike on alike.true_person = twin.true_person - 1
    where twin.likeness = 'twin' and alike.birth_date = twin.birth_date and alike.household = twin.household and alike.sex = twin.sex`);
  expect(twins.twins).toBeGreaterThan(100);
  expect(twins.same_name).toBe(0);
  const namesakes =
    await given.ask(`select count(*) as pairs from person as one join person as other using (true_name, birth_date, sex)
    where one.likeness = 'namesake' and other.true_person <> one.true_person and one.commune_code <> other.commune_code`);
  expect(namesakes.pairs).toBeGreaterThan(30);
});
