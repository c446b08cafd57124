import { fileURLToPath } from "node:url";
import { literal } from "@tiendo/schema";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";
import { binhPhuoc, build } from "./units.ts";

let db: Database;
let next = 1;
const rules = fileURLToPath(new URL("../../../../data/reference/dose_rules.csv", import.meta.url));

beforeEach(async () => {
  db = await Database.open();
  await binhPhuoc(db);
  await db.run(
    `create table dose_rules as select * from read_csv(${literal(rules)}, header = true, all_varchar = true)`,
  );
  await db.run(`create table person (person_id bigint, unit_code varchar, sex varchar, birth_day date, birth_year integer,
    birth_precision varchar, key_basis varchar)`);
  await db.run(
    "create table dose_given (person_id bigint, place integer, vaccine varchar, dose_kind varchar, dose_date date)",
  );
  await db.run(`create table accepted_population (unit_code varchar, edition varchar, age_group varchar, persons bigint,
    population_date date)`);
});

interface Someone {
  unit?: string;
  sex?: string | null;
  /** "1984-04-26", or the year alone; null is unknown. */
  born?: string | null;
  basis?: string;
}

/** Somebody with these doses, each as "kind day vaccine". */
async function given(
  doses: readonly string[],
  { unit = "25195", sex = "male", born = "1984-04-26", basis = "id" }: Someone = {},
) {
  const text = (value: string | null) => (value === null ? "null" : literal(value));
  const day = born?.length === 10 ? born : null;
  await db.run(`insert into person values (${next}, ${text(unit)}, ${text(sex)}, ${text(day)},
    ${born === null ? "null" : born.slice(0, 4)}, ${text(born === null ? null : day === null ? "year" : "day")}, ${text(basis)})`);
  for (const [at, dose] of doses.entries()) {
    const [kind, date, vaccine = "pfizer"] = dose.split(" ");
    await db.run(`insert into dose_given values (${next}, ${at + 1}, '${vaccine}', '${kind}', date '${date}')`);
  }
  next += 1;
}

const primary = (second = "2021-08-01", vaccine = "pfizer") => [
  `primary 2021-07-01 ${vaccine}`,
  `primary ${second} ${vaccine}`,
];

async function counted(names: string): Promise<string[]> {
  await build(db, "course_count");
  return lines(db, `select ${names}, sum(persons)::integer from course_count group by all order by all`);
}

describe("the stage of a course", () => {
  const stage = () => counted("primary_1, primary_complete, additional, booster_1, booster_2");

  test("primary doses are complete at the number of the first vaccine's course", async () => {
    await given(["primary 2021-07-01 janssen"]);
    await given(["primary 2021-07-01"]);
    await given(["primary 2021-07-01 abdala", "primary 2021-08-01 abdala"]);
    await given(primary());
    expect(await stage()).toEqual(["true false false false false 2", "true true false false false 2"]);
  });

  test("each kind of dose counts by itself", async () => {
    await given([...primary(), "additional 2021-12-15", "booster_1 2022-04-01"]);
    await given([...primary(), "additional 2021-12-15"]);
    await given(["booster_2 2022-04-01"]);
    expect(await stage()).toEqual([
      ...["false false false false true 1", "true true true false false 1", "true true true true false 1"],
    ]);
  });

  test("age is in full years on the report's day, or the age reached in the year of birth", async () => {
    const born = ["2010-04-27", "2010-04-26", "2010", "2018-01-01", null];
    const old = ["1930", "1931", "1957-04-26", "1957-04-27", "1884"];
    for (const day of [...born, ...old]) await given(["primary 2022-04-01"], { born: day });
    expect(await counted("age_group")).toEqual(["12-17 2", "5-11 1", "50-64 1", "65+ 3", "∅ 3"]);
  });
});

test("each age group begins on a birthday; ages beyond 120 are none", async () => {
  // Of each two the first has the birthday on the report's day, the second the day after.
  const born = [
    "2017-04-26",
    "2017-04-27",
    "2004-04-26",
    "2004-04-27",
    "1972-04-26",
    "1972-04-27",
    "1901-04-27",
    "1901-04-26",
  ];
  for (const day of born) await given(["primary 2022-04-01"], { born: day });
  expect(await counted("age_group")).toEqual(["12-17 1", "18-49 2", "5-11 1", "50-64 1", "65+ 1", "∅ 2"]);
});

test("people are counted by unit and sex, those who had a first dose apart from those who had another, foreigners too", async () => {
  await given(primary());
  await given(primary(), { sex: "female" });
  await given(primary(), { unit: "25198" });
  await given(primary(), { basis: "row" });
  await given(["additional 2022-01-01"]);
  expect(await counted("unit_code, sex, unlinked, primary_1")).toEqual([
    ...["25195 female false true 1", "25195 male false false 1", "25195 male false true 1", "25195 male true true 1"],
    "25198 male false true 1",
  ]);
});

describe("the next dose due on 26 April 2022", () => {
  const due = async (doses: readonly string[], someone: Someone = {}) => {
    await db.run("delete from person");
    await given(doses, someone);
    return (await counted("due_kind"))[0]?.split(" ")[0];
  };

  test("the second primary dose, from the interval of the vaccine on", async () => {
    expect([await due(["primary 2022-04-05"]), await due(["primary 2022-04-06"])]).toEqual(["primary", "∅"]);
    expect(await due(["primary 2022-03-29 astrazeneca"])).toBe("primary");
    expect(await due(["primary 2022-03-30 astrazeneca"])).toBe("∅");
  });

  test("the first booster 3 months after the last dose before it, of adults; of minors not yet", async () => {
    expect([await due(primary("2022-01-26")), await due(primary("2022-01-27"))]).toEqual(["booster_1", "∅"]);
    expect(await due(primary(), { born: "2004-04-26" })).toBe("booster_1");
    expect(await due(primary(), { born: "2004-04-27" })).toBe("∅");
    expect(await due(primary(), { born: null })).toBe("booster_1");
  });

  test("the additional dose after Vero Cell, and then the first booster", async () => {
    expect(await due(primary("2022-04-26", "vero_cell"))).toBe("additional");
    expect(await due([...primary("2021-08-01", "vero_cell"), "additional 2022-01-26"])).toBe("booster_1");
  });

  test("no second booster before its rule is in force, then 4 months after the first", async () => {
    const boosted = [...primary(), "booster_1 2022-01-10"];
    expect(await due(boosted)).toBe("∅");
    await db.run("update params set as_of = date '2022-05-10'");
    expect([await due(boosted), await due([...primary(), "booster_1 2022-01-11"])]).toEqual(["booster_2", "∅"]);
    expect(await due([...boosted, "booster_2 2022-01-10"])).toBe("∅");
  });

  test("the interval is that of the last dose, whatever their number; a person after another vaccine than the first too", async () => {
    // Of Abdala's three doses the third is due 14 days after the second, which was given last though written first.
    expect(await due(["primary 2022-04-12 abdala", "primary 2022-03-01 abdala"])).toBe("primary");
    expect(await due(["primary 2022-04-13 abdala", "primary 2022-03-01 abdala"])).toBe("∅");
    expect(await due(["primary 2022-04-12 abdala", "primary 2022-03-01 pfizer"])).toBe("primary");
    // A vaccine of which no rule is known asks for two doses, and of the next nobody can say when.
    expect(await due(["primary 2021-04-12 other"])).toBe("∅");
    expect(await counted("primary_complete")).toEqual(["false 1"]);
  });

  test("minors are due 5 months after, from 12 to 17, once their rule is in force; an unknown age is an adult's", async () => {
    await db.run("update params set as_of = date '2022-07-31'");
    const on = (born: string | null, second: string) => due(primary(second), { born });
    expect([await on("2010-07-31", "2022-02-28"), await on("2010-08-01", "2022-02-28")]).toEqual(["booster_1", "∅"]);
    expect([await on("2004-08-01", "2022-02-28"), await on("2004-08-01", "2022-03-01")]).toEqual(["booster_1", "∅"]);
    expect([await on("2004-07-31", "2022-04-30"), await on("2004-07-31", "2022-05-01")]).toEqual(["booster_1", "∅"]);
    expect([await on(null, "2022-04-30"), await on(null, "2022-05-01")]).toEqual(["booster_1", "∅"]);
    // Nobody is older than 120, or born after the report's day: such an age is unknown.
    expect(await on("2024-07-31", "2022-04-30")).toBe("booster_1");
    expect([await on("1902-07-31", "2022-04-30"), await on("1850-07-31", "2022-04-30")]).toEqual([
      "booster_1",
      "booster_1",
    ]);
  });

  test("no rule asks for a kind of dose before its first day or after its last", async () => {
    // The first booster's rule of December 2021 asked for six months; of Vero Cell a third primary dose is additional from then on.
    await db.run("update params set as_of = date '2021-12-16'");
    const early = (second: string) => due(["primary 2021-04-01", `primary ${second}`]);
    expect([await early("2021-06-16"), await early("2021-06-17")]).toEqual(["booster_1", "∅"]);
    await db.run("update params set as_of = date '2021-12-17'");
    expect(await due(primary("2021-09-17"))).toBe("booster_1");
    await db.run("update params set as_of = date '2021-12-01'");
    expect(await due(primary("2021-07-01", "vero_cell"))).toBe("additional");
    await db.run("update params set as_of = date '2021-11-30'");
    expect(await due(primary("2021-07-01", "vero_cell"))).toBe("∅");
    expect(await early("2021-05-30")).toBe("∅");
  });

  test("nothing is due to those whose row tells nobody from others", async () => {
    expect(await due(["primary 2021-07-01"], { basis: "row" })).toBe("∅");
  });
});

describe("other rules than those of the reference", () => {
  interface Rule {
    kind: string;
    vaccine?: string;
    to?: string;
    ages?: [least: string | null, most: string | null];
    doses?: number;
    interval?: { days?: number; months?: number };
  }
  async function rules(...all: readonly Rule[]) {
    await db.run("delete from dose_rules");
    for (const { kind, vaccine, to, ages = [null, null], doses = 1, interval = {} } of all) {
      const values = [kind, vaccine, "2021-03-08", to, ...ages, doses, interval.days, interval.months];
      await db.run(`insert into dose_rules (dose_kind, vaccine, valid_from, valid_to, min_age, max_age, doses, min_interval_days,
        min_interval_months) values (${values.map((value) => (value == null ? "null" : `'${value}'`)).join(", ")})`);
    }
  }
  const pfizer = { kind: "primary", vaccine: "pfizer", doses: 2, interval: { days: 21 } };
  const due = async (doses: readonly string[], someone: Someone = {}) => {
    await db.run("delete from person");
    await given(doses, someone);
    return (await counted("due_kind"))[0]?.split(" ")[0];
  };

  test("of two rules that hold, the shorter interval does, of days and of months", async () => {
    await rules(
      { ...pfizer, interval: { days: 56 } },
      { ...pfizer, interval: { days: 28 } },
      { kind: "booster_1", interval: { months: 5 } },
      { kind: "booster_1", interval: { months: 3 } },
    );
    expect([await due(["primary 2022-03-29"]), await due(["primary 2022-03-30"])]).toEqual(["primary", "∅"]);
    expect([await due(primary("2022-01-26")), await due(primary("2022-01-27"))]).toEqual(["booster_1", "∅"]);
  });

  test("a rule that has ended shortens nothing, nor does one for other ages; unknown ages are not a minor's", async () => {
    await rules(
      pfizer,
      { kind: "booster_1", to: "2022-04-25", interval: { months: 1 } },
      { kind: "booster_1", ages: [null, "17"], interval: { months: 2 } },
      { kind: "booster_1", ages: ["18", null], interval: { months: 4 } },
    );
    const on = (born: string | null, second: string) => due(primary(second), { born });
    expect([await on("2004-04-26", "2021-12-26"), await on("2004-04-26", "2021-12-27")]).toEqual(["booster_1", "∅"]);
    expect([await on("2004-04-27", "2022-02-26"), await on("2004-04-27", "2022-02-27")]).toEqual(["booster_1", "∅"]);
    // Where no least age is said, from birth on.
    expect(await on("2022-01-01", "2022-02-26")).toBe("booster_1");
    await rules(pfizer, { kind: "booster_1", ages: [null, "17"], interval: { months: 2 } });
    expect([await on("2004-04-27", "2022-02-26"), await on(null, "2022-02-26")]).toEqual(["booster_1", "∅"]);
  });

  test("primary doses are complete at the most that a rule of primary doses asks for, and two where there is none", async () => {
    await rules({ ...pfizer, to: "2021-08-31" }, { ...pfizer, doses: 3 }, { kind: "additional", vaccine: "vero_cell" });
    const complete = async (...doses: string[]) => {
      await db.run("delete from person");
      await given(doses);
      return (await counted("primary_complete"))[0];
    };
    expect(await complete(...primary())).toBe("false 1");
    expect(await complete(...primary(), "primary 2021-09-01")).toBe("true 1");
    expect(await complete("primary 2021-07-01 vero_cell")).toBe("false 1");
    expect(await complete(...primary("2021-08-01", "vero_cell"))).toBe("true 1");
  });

  test("the first vaccine is that of the first dose, in whatever order doses are read", async () => {
    await given([]);
    await db.run(`insert into dose_given values (${next - 1}, 2, 'pfizer', 'primary', '2021-08-01'),
      (${next - 1}, 1, 'abdala', 'primary', '2021-07-01'), (${next - 1}, 3, 'vero_cell', 'additional', '2021-12-01')`);
    expect(await counted("primary_complete")).toEqual(["false 1"]);
  });
});

describe("coverage", () => {
  const coverage = async (where: string, names: string) => {
    await build(db, "course_count", "coverage");
    return lines(db, `select ${names} from coverage where ${where} order by all`);
  };

  test("a person counts in their age group and sex, in all of them, and in every unit above", async () => {
    await given(primary());
    await given(primary(), { unit: "25198", sex: "female", born: "1950-01-01" });
    await given(primary(), { unit: "689", sex: null, born: null });
    expect(
      await coverage(
        "reached = 'primary_complete' and unit_code in ('25195', '689') and persons > 0",
        "unit_code, scope, age_group, sex, persons",
      ),
    ).toEqual([
      "25195 all 18-49 all 1",
      "25195 all 18-49 male 1",
      "25195 all all all 1",
      "25195 all all male 1",
      "689 all 18-49 all 1",
      "689 all 18-49 male 1",
      "689 all 65+ all 1",
      "689 all 65+ female 1",
      "689 all all all 3",
      "689 all all female 1",
      "689 all all male 1",
      "689 at_this_level all all 1",
    ]);
  });

  test("the ratio to the latest population is as it comes, above 100 too, and null without a population", async () => {
    for (let at = 0; at < 3; at += 1) await given(primary());
    await db.run(`insert into accepted_population values
      ('25195', '2022', 'all', 100, date '2020-12-31'), ('25195', '2022', 'all', 2, date '2021-12-31'),
      ('25195', '2022', 'all', 50, date '2022-04-27'), ('25195', '2025', 'all', 70, date '2021-12-31'), ('689', '2022', '18-49', 8, date '2021-12-31')`);
    expect(
      await coverage(
        "reached = 'primary_complete' and scope = 'all' and sex = 'all'",
        "unit_code, age_group, population, coverage_pct",
      ),
    ).toEqual(["25195 18-49 ∅ ∅", "25195 all 2 150", "689 18-49 8 37.5", "689 all ∅ ∅", "70 18-49 ∅ ∅", "70 all ∅ ∅"]);
    // A population is not given by sex.
    expect(await coverage("sex <> 'all' and population is not null", "unit_code")).toEqual([]);
  });

  test("people of whom some are told from others and some not are added up; those outside the report are in none", async () => {
    for (const unit of ["25195", "25198", "25198", "01"]) await given(primary(), { unit });
    for (const unit of ["25195", "25195", "25198"]) await given(primary(), { unit, basis: "row" });
    expect(
      await coverage(
        "reached = 'primary_1' and age_group = 'all' and sex = 'all' and scope is distinct from 'at_this_level'",
        "unit_code, persons, unlinked",
      ),
    ).toEqual(["25195 3 2", "25198 3 1", "689 6 3", "70 6 3"]);
  });

  test("each kind is the sum of its own people, with those of other stages due and of units below", async () => {
    const kinds = ["primary_1", "primary_complete", "additional", "booster_1", "booster_2"];
    await db.run(`create table course_count (unit_code varchar, age_group varchar, sex varchar, unlinked boolean,
      ${kinds.map((kind) => `${kind} boolean`).join(", ")}, due_kind varchar, persons bigint)`);
    // 1 + 40, 2 + 80, 3 + 120 … people of a kind in one commune, 500, 600 … of another; 7, 8 … who may be others, in two stages.
    for (const [at, kind] of kinds.entries())
      await db.run(`insert into course_count by name select unit_code, 'x' as age_group, 'male' as sex, unlinked, due_kind, persons,
        ${kinds.map((one) => `${one === kind} as ${one}`).join(", ")}
        from (values ('25195', false, null, ${at + 1}), ('25195', false, 'due', ${40 * (at + 1)}), ('25198', false, null, ${500 + 100 * at}),
          ('25195', true, null, ${7 + at}), ('25195', true, 'due', ${10_000 * (at + 1)})) as row (unit_code, unlinked, due_kind, persons)`);
    await build(db, "coverage");
    const told = `select unit_code, reached, persons, unlinked from coverage where age_group = 'all' and sex = 'all' and unit_code in ('25195', '689')
      and scope = 'all' order by all`;
    expect(await lines(db, told)).toEqual([
      ...["25195 additional 30132 30009", "25195 booster_1 40174 40010", "25195 booster_2 50216 50011"],
      ...["25195 primary_1 10048 10007", "25195 primary_complete 20090 20008"],
      ...["689 additional 30832 30009", "689 booster_1 40974 40010", "689 booster_2 51116 50011"],
      ...["689 primary_1 10548 10007", "689 primary_complete 20690 20008"],
    ]);
  });

  test("a population is of the unit with all below it; of nobody there is no share, of one there is", async () => {
    await given(primary(), { unit: "689" });
    await given(primary(), { unit: "25195" });
    await given(primary(), { unit: "25198" });
    await db.run(`insert into accepted_population values ('689', '2022', 'all', 8, date '2022-01-01'),
      ('25195', '2022', 'all', 0, date '2022-01-01'), ('25198', '2022', 'all', 1, date '2022-01-01')`);
    expect(
      await coverage(
        "reached = 'primary_1' and age_group = 'all' and sex = 'all' and unit_code <> '70'",
        "unit_code, scope, population, coverage_pct",
      ),
    ).toEqual(["25195 all 0 ∅", "25198 all 1 100", "689 all 8 37.5", "689 at_this_level ∅ ∅"]);
  });

  test("a population of the report's own day counts", async () => {
    await given(primary());
    await db.run("insert into accepted_population values ('25195', '2022', 'all', 3, date '2022-04-26')");
    expect(await coverage("unit_code = '25195' and population is not null", "reached, persons, coverage_pct")).toEqual([
      ...["additional 0 0", "booster_1 0 0", "booster_2 0 0", "primary_1 1 33.3", "primary_complete 1 33.3"],
    ]);
  });

  test("a kind that nobody has had is zero; the doses of rows that tell nobody from others are counted apart too", async () => {
    await given(primary());
    await given(["primary 2022-04-01"], { basis: "row", born: null, sex: null });
    expect(
      await coverage("unit_code = '25195' and age_group = 'all' and sex = 'all'", "reached, persons, unlinked"),
    ).toEqual(["additional 0 0", "booster_1 0 0", "booster_2 0 0", "primary_1 2 1", "primary_complete 1 0"]);
  });
});

describe("published_coverage", () => {
  const published = async () =>
    lines(
      db,
      `select persons, persons_status, population_status, coverage_pct, coverage_pct_status, unlinked, unlinked_status, unlinked_pct, unlinked_pct_status
        from (${sqlFile("published_coverage").sql})`,
    );
  /** One row with these numbers, hidden below 3, no share of fewer than 5. */
  const one = async (persons: number, population: number | null, unlinked = 0, sex = "all", unit = "25195") => {
    await db.run(`create or replace table coverage as select '${unit}' as unit_code, 'all' as scope, 'all' as age_group, '${sex}' as sex,
      'primary_1' as reached, ${persons} as persons, ${unlinked} as unlinked, ${population}::bigint as population,
      round(100 * ${persons}::decimal(18, 0) / nullif(${population}::bigint, 0), 1) as coverage_pct`);
    return (await published())[0];
  };

  test("hides few people, all but few of the population, and shares of few", async () => {
    expect(await one(6, 8)).toBe("∅ c ∅ ∅ c ∅ c ∅ c");
    expect(await one(2, 100)).toBe("∅ c ∅ ∅ c ∅ c ∅ c");
    expect(await one(3, 4)).toBe("∅ c ∅ ∅ c ∅ c ∅ c");
    expect(await one(0, 4)).toBe("0 ∅ ∅ ∅ c 0 ∅ ∅ z");
    expect(await one(6, 12)).toBe("6 ∅ ∅ 50 ∅ 0 ∅ 0 ∅");
    expect(await one(5, 5)).toBe("5 ∅ ∅ 100 ∅ 0 ∅ 0 ∅");
    expect(await one(12, 6, 3)).toBe("12 ∅ ∅ 200 ∅ 3 ∅ 25 ∅");
    expect(await one(12, 24, 2)).toBe("12 ∅ ∅ 50 ∅ ∅ c ∅ c");
    expect(await one(12, 24, 11)).toBe("12 ∅ ∅ 50 ∅ ∅ c ∅ c");
  });

  test("a share of few people is hidden though none of them is unlinked; a share to one place", async () => {
    expect(await one(4, 100)).toBe("4 ∅ ∅ 4 ∅ 0 ∅ ∅ c");
    expect(await one(12, 36, 5)).toBe("12 ∅ ∅ 33.3 ∅ 5 ∅ 41.7 ∅");
  });

  test("rows keep their names and population, in the order of unit, scope, age group, sex and kind; at this level there is none", async () => {
    await db.run(`create or replace table coverage as select *, 12 as persons, 0 as unlinked, 50.0 as coverage_pct
      from (values ('2', 'b', 'b', 'b', 'b', 24), ('2', 'b', 'b', 'b', 'a', 24), ('2', 'b', 'b', 'a', 'c', 24), ('2', 'b', 'a', 'c', 'c', 24),
        ('2', 'at_this_level', 'c', 'all', 'c', null), ('1', 'c', 'd', 'd', 'd', 24)) as row (unit_code, scope, age_group, sex, reached, population)`);
    const names = "unit_code, scope, age_group, sex, reached, population, population_status";
    expect(await lines(db, `select ${names} from (${sqlFile("published_coverage").sql})`)).toEqual([
      ...[
        "1 c d d d 24 ∅",
        "2 at_this_level c all c ∅ z",
        "2 b a c c 24 ∅",
        "2 b b a c 24 ∅",
        "2 b b b a 24 ∅",
        "2 b b b b 24 ∅",
      ],
    ]);
  });

  test("says whether a population is not reported or does not apply", async () => {
    expect(await one(6, null)).toBe("6 ∅ x ∅ x 0 ∅ 0 ∅");
    expect(await one(6, null, 0, "male", "689")).toBe("6 ∅ z ∅ z 0 ∅ 0 ∅");
    expect(await one(6, 0)).toBe("6 ∅ ∅ ∅ z 0 ∅ 0 ∅");
  });
});
