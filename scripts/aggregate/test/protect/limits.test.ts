import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { limitDepth } from "../../src/protect/depth.ts";
import { hideSmallUnits } from "../../src/protect/small-units.ts";
import { refusePeople } from "../../src/publish/refuse-people.ts";
import { lines } from "../clean/given.ts";

let db: Database;
beforeEach(async () => {
  db = await Database.open();
  await db.run("create table params as select date '2022-04-26' as as_of, '2022' as edition");
  await db.run(`create table unit as from (values
    ('2022', '70', 'province'), ('2022', '688', 'district'), ('2022', '1', 'commune'), ('2022', '2', 'commune')
  ) as unit (edition, unit_code, level)`);
});

describe("how deep a table goes", () => {
  beforeEach(() =>
    db.run(`create table published_coverage as from (values
      ('70', 'all', 'all'), ('688', 'all', 'all'), ('1', 'all', 'all'), ('688', '18-49', 'all'), ('1', '18-49', 'all'), ('1', 'all', 'male')
    ) as coverage (unit_code, age_group, sex)`),
  );
  const told = () => lines(db, "select unit_code, age_group, sex from published_coverage order by all");

  test("by default age and sex are told from the district up, kinds of dose of communes too", async () => {
    await limitDepth(db, new Set(["coverage"]), {});
    expect(await told()).toEqual(["1 all all", "688 18-49 all", "688 all all", "70 all all"]);
  });

  test("as the report says", async () => {
    await limitDepth(db, new Set(["coverage"]), { depth: { coverage_by_age_and_sex: "commune" } });
    expect(await told()).toHaveLength(6);
    await limitDepth(db, new Set(["coverage"]), { depth: { coverage: "province" } });
    expect(await told()).toEqual(["70 all all"]);
  });
});

test("communes of fewer people than the floor have every count hidden, zeros too, and what is computed from them", async () => {
  await db.run(`create table accepted_population as from (values
    ('1', '2022', date '2022-01-01', 'all', 999), ('1', '2022', date '2021-01-01', 'all', 1200), ('2', '2022', date '2022-01-01', 'all', 1000),
    ('688', '2022', date '2022-01-01', 'all', 500)
  ) as population (unit_code, edition, population_date, age_group, persons)`);
  await db.run(`create table published_dose_due as from (values
    ('1', 0, cast(null as varchar)), ('1', 40, null), ('1', null, 'z'), ('2', 40, null), ('688', 40, null)
  ) as due (unit_code, persons, persons_status)`);
  await hideSmallUnits(db, new Set(["dose_due"]), 1000);
  expect(await lines(db, "select * from published_dose_due order by all")).toEqual([
    "1 ∅ c",
    "1 ∅ c",
    "1 ∅ z",
    "2 40 ∅",
    "688 40 ∅",
  ]);
});

describe("rows of people", () => {
  beforeEach(async () => {
    await db.run(`create table person_row as from (values ('Nguyễn Văn Thử', '970093012345', cast(null as varchar), '0901234567')
      ) as person_row (full_name, id_digits, passport_number, phone)`);
    await db.run("create table published_signals (unit_code varchar, code varchar, item varchar)");
  });
  const withItem = async (item: string) => {
    await db.run(`insert into published_signals values ('70', 'OUTLIER.VALUE', '${item}')`);
    return refusePeople(db, ["signals"]);
  };

  test("are refused by table and column, without saying what was found", async () => {
    await expect(withItem("Nguyễn Văn Thử")).rejects.toThrow(/nothing is published: signals\.item$/);
  });

  test("also where a number stands within a longer text", async () => {
    await expect(withItem("số 970093012345, xã 1")).rejects.toThrow("signals.item");
  });

  test("also where a file is named after one", async () => {
    await db.run(
      "create table published_row_account as select 'bao-cao 970093012345.xlsx' as input_file, null as kind",
    );
    for (const column of ["status", "reason_code", "reason_vi", "reason_en"])
      await db.run(`alter table published_row_account add column ${column} varchar`);
    await expect(refusePeople(db, ["row_account"])).rejects.toThrow(/nothing is published: row_account\.input_file$/);
  });

  test("and what only looks like one may stand, such as the number of a lot", async () => {
    await expect(withItem("vero_cell 202107150012")).resolves.toBeUndefined();
  });
});
