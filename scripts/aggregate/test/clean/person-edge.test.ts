import { createHash } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;
beforeAll(async () => {
  small = await smallTables();
  await small.table("params", "merge_score", "28");
});

const rows = (...told: string[]) =>
  small.table(
    "person_row",
    "record_key, exact_key, key_sent, name_key, birth_day",
    "'alone', 99, true, 'x', null",
    ...told,
  );
const pairs = (...told: string[]) =>
  small.table("duplicate_pair", "first_key, second_key, first_record, second_record, id_changed, score", ...told);
const proposal = (records: string, kind = "same_person") =>
  `${kind}:${createHash("md5").update(records).digest("hex").slice(0, 16)}`;
const decided = (...decisions: [string, string][]) =>
  small.table(
    "decision",
    "proposal_key, decision",
    "'none', 'apply'",
    ...decisions.map(([key, told]) => `'${key}', '${told}'`),
  );

test("two people of one key of the platform are one where name or birth date agrees", async () => {
  await pairs("0, 0, 'x', 'x', false, 0");
  await decided();
  const [one, other] = ["date '1984-04-26'", "date '1990-01-01'"];
  await rows(
    ...[`'a', 12, true, 'an', ${one}`, `'a', 11, true, 'an', ${other}`],
    ...[`'b', 21, true, 'an', ${one}`, `'b', 22, true, 'binh', ${one}`],
    ...[`'c', 31, true, 'an', ${one}`, `'c', 32, true, 'binh', ${other}`],
    ...[`'d', 41, false, 'an', ${one}`, `'d', 42, false, 'an', ${one}`],
    ...[`'e', 51, true, 'an', ${one}`, `'f', 52, true, 'an', ${one}`],
    ...[`'g', 61, true, null, null`, `'g', 62, true, null, null`],
    // Several rows of one exact key are told by the first name and day of them.
    ...[`'h', 71, true, 'an', ${one}`, `'h', 71, true, 'binh', ${other}`, `'h', 72, true, 'binh', ${other}`],
    ...[`'i', 81, true, 'an', ${one}`, `'i', 82, true, 'an', ${other}`, `'i', 83, true, 'hoa', ${other}`],
  );
  expect(await small.model("person_edge")).toEqual([
    ...["11 12 same_record", "21 22 same_record", "81 82 same_record", "82 83 same_record"],
  ]);
});

test("a changed number, a score from 28 on or a decision makes two people one, by the first reason that holds", async () => {
  await rows(
    "'both', 91, true, 'an', null",
    "'both', 92, true, 'an', null",
    "'told', 93, true, 'an', null",
    "'told', 94, true, 'an', null",
  );
  await pairs(
    ...["1, 2, 'k1', 'k2', true, 0", "3, 4, 'k3', 'k4', false, 28", "5, 6, 'k5', 'k6', false, 27"],
    ...["7, 8, 'k8', 'k7', false, 0", "9, 10, 'k9', 'l0', true, 30", "11, 12, 'l1', 'l2', true, 30"],
    ...["13, 14, 'l3', 'l4', false, 30", "15, 16, 'l6', 'l5', true, 30", "17, 18, 'l7', 'l8', false, 0"],
    ...["13, 25, 'n1', 'n2', false, 30", "12, 14, 'n3', 'n4', false, 30", "93, 94, 'n5', 'n6', false, 30"],
    ...["91, 92, 'b1', 'b2', true, 30", "19, 20, 'm1', 'm2', false, 30", "21, 22, 'm3', 'm4', false, 30"],
  );
  await decided(
    [proposal("k7|k8"), "apply"],
    [proposal("l1|l2"), "apply"],
    [proposal("l3|l4"), "discard"],
    [proposal("l5|l6"), "keep_both"],
    [proposal("l7|l8"), "discard"],
    [proposal("n5|n6"), "apply"],
    [proposal("m1|m2"), "later"],
    [proposal("m3|m4", "id_shared"), "discard"],
  );
  expect(await small.model("person_edge")).toEqual([
    ...["1 2 id_changed", "3 4 score", "7 8 decided", "9 10 id_changed", "11 12 decided", "12 14 score", "13 25 score"],
    ...["19 20 score", "21 22 score", "91 92 same_record", "93 94 decided"],
  ]);
});
