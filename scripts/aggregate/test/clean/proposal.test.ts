import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

const key = (kind: string, records: string) =>
  `${kind}:${createHash("md5").update(records).digest("hex").slice(0, 16)}`;

test("pairs that may be one person and numbers that are not sure are proposed, each once, until they are decided", async () => {
  const { table, model } = await smallTables();
  await table("params", "review_score, merge_score", "18, 28");
  const scores = "1, 2, 3, 4, 5, 6, 7";
  await table(
    "duplicate_pair",
    "first_record, second_record, score, id_changed, name_score, birth_score, sex_score, id_score, phone_score, place_score, dose_score",
    ...[`'b', 'a', 18, false, ${scores}`, `'c', 'd', 27, false, ${scores}`, `'e', 'f', 17, false, ${scores}`],
    ...[`'g', 'h', 28, false, ${scores}`, `'i', 'j', 20, true, ${scores}`, `'k', 'l', 20, false, ${scores}`],
  );
  await table(
    "person_row",
    "record_key, id_form, id_digits, id_proposed, id_tells",
    ...["'p', 'padded', '71', '071', false", "'p', 'padded', '71', '071', false", "'q', '12', '97', null, false"],
    ...["'r', '12', '97', null, true", "'s', 'placeholder', '000', null, false", "'t', '12', '98', null, true"],
    "'u', 'padded', '72', '072', false",
  );
  await table("shared_id", "id_digits, names", "'97', 3");
  await table("decision", "proposal_key", `'${key("same_person", "k|l")}'`, `'${key("id_padded", "u")}'`);
  const evidence = "họ tên 1, ngày sinh 2, giới tính 3, số định danh 4, điện thoại 5, nơi ở 6, mũi tiêm 7";
  expect(await model("proposal")).toEqual(
    [
      `${key("same_person", "a|b")} same_person a b ${evidence} 18`,
      `${key("same_person", "c|d")} same_person c d ${evidence} 27`,
      `${key("id_padded", "p")} id_padded p ∅ 71 → 071 ∅`,
      `${key("id_shared", "q")} id_shared q ∅ 97: 3 họ tên ∅`,
      `${key("id_placeholder", "s")} id_placeholder s ∅ 000 ∅`,
    ].sort(),
  );
});
