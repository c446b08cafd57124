import { beforeEach, expect, test } from "vitest";
import type { Database } from "../../src/db.ts";
import { folders, published } from "./folder-rows.ts";

let db: Database;

beforeEach(async () => {
  db = await folders();
});

test("folders and bounds are listed in order; what is known of nothing is no bound", async () => {
  await db.run(`create table part as from (values ('75', '2025'), ('70', '2025'), ('92', '2022')) as part (sender_code, edition),
    (select 'Tỉnh' as name_vi, 'Province' as name_en, '75' as unit_code, 'added' as status, null as reason_code, null as reason_vi,
      null as reason_en, 'tinh' as report, 'RW' as public_key, 'aa' as sha256)`);
  expect(await published(db, "sender", "edition, sender_code, unit_code, as_of::varchar, status, sha256")).toEqual([
    ...["2022 92 75 2022-04-26 added aa", "2025 70 75 2022-04-26 added aa", "2025 75 75 2022-04-26 added aa"],
  ]);
  const names =
    "sender_code, edition, name_vi, name_en, unit_code, status, reason_code, reason_vi, reason_en, report, public_key, sha256";
  await db.run(
    `create or replace table part as select ${names
      .split(", ")
      .map((name) => `'${name}' as ${name}`)
      .join(", ")}`,
  );
  expect(await published(db, "sender", names)).toEqual([names.replaceAll(",", "")]);
  await db.run(`create table rolled_count as select table_name, unit_code, replace(keys, '|', chr(31)) as keys, column_name, status,
      low, high, told, hidden, not_reported
    from (values ('b', '75', 'k|l', 'n', 'c', 1, 5, 1, 1, 0), ('b', '75', 'k', 'o', 'x', 1, null, 1, 0, 1), ('b', '75', 'k', 'n', 'x', 0, null, 0, 1, 1),
      ('b', '01', 'm', 'n', 'c', 0, null, 0, 1, 0), ('a', '75', 'm', 'n', 'c', 0, 4, 0, 1, 0), ('a', '75', 'z', 'n', 'x', 0, null, 0, 0, 2),
      ('a', '75', 'y', 'n', null, 3, 3, 2, 0, 0), ('a', '75', 'y', 'o', 'z', 3, 3, 1, 0, 0), ('a', '75', 'y', 'p', 'p', 3, 3, 1, 0, 0)
    ) as rolled (table_name, unit_code, keys, column_name, status, low, high, told, hidden, not_reported)`);
  expect(await published(db, "total_bound")).toEqual([
    ...[
      "a 75 m n 0 4 ∅ 0 1 0",
      "b 01 m n 0 ∅ c 0 1 0",
      "b 75 k n 0 ∅ x 0 1 1",
      "b 75 k o 1 ∅ x 1 0 1",
      "b 75 k · l n 1 5 ∅ 1 1 0",
    ],
  ]);
});
