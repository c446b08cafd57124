import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("the names of pairs, of the one and of the other, with how many people have each", async () => {
  const { table, model } = await smallTables();
  await table("exact_person", "name_key", "'a'", "'a'", "'b'", "'b'", "'b'", "'c'", "'e'", "null");
  await table("pair_likeness", "first_name, second_name", "'a', 'a'", "'a', 'b'", "null, null", "'c', 'd'");
  expect(await model("name_share")).toEqual(["a 2", "b 3", "c 1"]);
});
