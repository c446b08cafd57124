import { expect, test } from "vitest";
import { Database } from "../src/db.ts";
import { defaultOptions } from "../src/options.ts";
import { setUp } from "../src/setup.ts";
import { sqlOf } from "../src/sql-files.ts";
import { temporaryFolder } from "./given.ts";

test("a lot used in the first week alone was there in the first week", async () => {
  const db = await Database.open("1GB", temporaryFolder());
  await setUp(db, defaultOptions);
  // 67 doses and 1 wasted, of 110 in all: half of them, 55, would not have been enough.
  await db.run(`create table tally_stock as select '688' as unit_code, '70' as province_code,
    (select min(vaccine) from vaccine_course) as vaccine, 'L1' as lot, date '2022-04-05' as day, 67::bigint as used`);
  const lines = await db.all<object>(`select distinct strftime(as_of, '%d/%m') as day, opening::integer as opening,
    received::integer as received, used::integer as used, wasted::integer as wasted
    from (${sqlOf("returns/stock_return")}) where unit_code = '688' order by day`);
  db.close();
  expect(lines).toEqual([
    { day: "05/04", opening: 68, received: 0, used: 67, wasted: 1 },
    { day: "12/04", opening: 0, received: 42, used: 0, wasted: 0 },
    { day: "19/04", opening: 42, received: 0, used: 0, wasted: 0 },
    { day: "26/04", opening: 42, received: 0, used: 0, wasted: 0 },
  ]);
});
