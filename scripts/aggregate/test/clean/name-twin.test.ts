import { expect, test } from "vitest";
import { smallTables } from "./small-tables.ts";

test("of one key, names that accents tell apart have keys of their own; the place of a tone mark tells nobody apart", async () => {
  const { table, model } = await smallTables();
  await table(
    "person_row",
    "row_id, exact_key, full_name, name_key, key_basis",
    ...["1, 1, 'Lê Tâm', 'le tam', 'name'", "2, 1, 'Lê Tám', 'le tam', 'name'", "3, 1, 'LÊ TÂM', 'le tam', 'name'"],
    ...["4, 1, 'Le Tam', 'le tam', 'name'", "5, 2, 'Lê Tâm', 'le tam', 'name'", "6, 2, 'Lê Tám', 'le tam', 'name'"],
    ...["7, 3, 'Lê Tâm', 'le tam', 'name'", "8, 3, 'Le Tam', 'le tam', 'name'", "9, 4, 'Lê Hòa', 'le hoa', 'name'"],
    ...["10, 4, 'Lê Hoà', 'le hoa', 'name'", "11, 5, 'Lê Tâm', 'le tam', 'id'", "12, 5, 'Lê Tám', 'le tam', 'id'"],
    ...["13, 6, 'Lê Tâm', 'le tam', 'name'", "14, 7, 'Lê Tám', 'le tam', 'name'"],
  );
  // Each row with the first row of its new key.
  expect(await model("name_twin", "row_id, min(row_id) over (partition by exact_key) as first_row")).toEqual([
    ...["1 1", "2 2", "3 1", "4 4"],
    ...["5 5", "6 6"],
  ]);
});
