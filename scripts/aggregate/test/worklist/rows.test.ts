import { beforeEach, expect, test } from "vitest";
import { Database } from "../../src/db.ts";
import { sqlFile } from "../../src/sql-files.ts";
import { lines } from "../clean/given.ts";

let db: Database;

/** Four people of two communes; the first number is written with spaces, and commune 25195 has another name in 2025. */
beforeEach(async () => {
  db = await Database.open();
  await db.run("create table params as select '2022' as edition");
  await db.run(`create table unit as from (values ('25195', '2022', 'Phường Tân Phú'), ('25195', '2025', 'Phường khác'))
    as unit (unit_code, edition, name_vi)`);
  await db.run(`create table person as from (values
    (1, 'hs-4', 'Lê An', '26/04/1984', 'male', '970 084', '970084', '0912', '25195'),
    (2, 'hs-3', 'Lê Bình', '1984', 'female', null, '970085', null, '25195'),
    (3, 'hs-2', 'Lê Cúc', null, null, null, null, null, null),
    (4, 'hs-1', 'Lê Dư', '1990', 'male', null, null, null, '25198')
  ) as person (person_id, record_key, full_name, birth_date, sex, id_written, id_digits, phone, unit_code)`);
});

test("a list has the subjects in the states asked for, each as written, by unit and record", async () => {
  await db.run(`create table subject as from (values (1, 'hs-4', '25195', 'a', null, 'to_list'), (2, 'hs-3', '25195', 'c', 'sex', 'mismatched'),
    (3, 'hs-2', null, 'a', null, 'verified'), (4, 'hs-1', '25198', 'b', null, 'to_list')
  ) as subject (person_id, record_key, unit_code, ministry_class, wrong_fields, state)`);
  await db.run("create table listed_state as from (values ('mismatched'), ('to_list')) as listed (state)");
  expect(await lines(db, sqlFile("worklist/worklist_row").sql)).toEqual([
    "25195 hs-3 Lê Bình 1984 female 970085 c sex mismatched",
    "25195 hs-4 Lê An 26/04/1984 male 970 084 a ∅ to_list",
    "25198 hs-1 Lê Dư 1990 male ∅ b ∅ to_list",
  ]);
});

test("a proposal tells of both records who they are about, the likeliest first, then by kind and key", async () => {
  await db.run(`create table proposal as from (values
    ('b', 'same_person', 'name', 'hs-4', 'hs-3', null), ('a', 'same_person', 'name', 'hs-2', 'hs-9', null),
    ('d', 'id_padded', 'digits', 'hs-3', null, null), ('e', 'same_person', 'phone', 'hs-1', 'hs-4', 9), ('c', 'same_person', 'phone', 'hs-4', 'hs-1', 22)
  ) as proposal (proposal_key, proposal_kind, evidence, first_record, second_record, score)`);
  const an = "hs-4: Lê An, 26/04/1984, nam, 970 084, 0912, Phường Tân Phú";
  const binh = "hs-3: Lê Bình, 1984, nữ, 970085, Phường Tân Phú";
  const du = "hs-1: Lê Dư, 1990, nam";
  expect(await lines(db, sqlFile("worklist/review_row").sql)).toEqual([
    `c same_person phone ${an} ${du} 22`,
    `e same_person phone ${du} ${an} 9`,
    `d id_padded digits ${binh}  ∅`,
    // A record that is no person's is told of by its key alone.
    "a same_person name hs-2: Lê Cúc hs-9 ∅",
    `b same_person name ${an} ${binh} ∅`,
  ]);
});
