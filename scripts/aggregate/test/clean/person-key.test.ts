import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("a key names the person of its rows, linked or not, and nobody where it names two", async () => {
  const { table, model } = await smallTables();
  await table(
    "person_row",
    "record_key, exact_key",
    ...["'one', 1", "'one', 1", "'linked', 2", "'linked', 3", "'two', 1", "'two', 4", "'moved', 3", "'alone', 4"],
    ...["'two linked', 3", "'two linked', 4"],
  );
  await table("person_link", "exact_key, person_id", "2, 2", "3, 2");
  const named = (key: string) => `if(record_hash = hash('${key}'), '${key}', '')`;
  const key = `concat(${["one", "linked", "two", "moved", "alone", "two linked"].map(named).join(", ")})`;
  expect(await model("person_key", `${key} as key, person_id`)).toEqual(["alone 4", "linked 2", "moved 2", "one 1"]);
});
