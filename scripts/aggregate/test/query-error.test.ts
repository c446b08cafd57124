import { inspect } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Database } from "../src/db.ts";
import { QueryError } from "../src/query-error.ts";

let db: Database;
beforeAll(async () => {
  db = await Database.open();
  await db.run("create table people (full_name varchar, id_number varchar primary key)");
  await db.append("people", [["Hoàng Kim Canary", "970184123456"]]);
});
afterAll(() => db.close());

async function errorOf(sql: string): Promise<QueryError> {
  const error = await db.run(sql).catch((reason) => reason);
  expect(error).toBeInstanceOf(QueryError);
  return error;
}

test.for([
  ["a text that is no number", "select full_name::integer from people", "Conversion Error: Could not convert string …"],
  ["a text that is no date", "select full_name::date from people", "Conversion Error: invalid date field format: …"],
  ["a number out of range", "select id_number::bigint::integer from people", "Conversion Error"],
  ["a key that is there", "insert into people from people", "Constraint Error: Duplicate key …"],
  ["an error that a statement raises", "select error(full_name) from people", "Invalid Input Error"],
] as const)("%s: neither what is said nor what is printed quotes the row", async ([, sql, said]) => {
  const error = await errorOf(sql);
  expect(error.message).toContain(said);
  expect(error.message).toContain(`in the statement:\n${sql}`);
  expect(`${error.message}${inspect(error, { depth: 9, showHidden: true })}`).not.toMatch(/Canary|970184123456/);
});

test("a statement that is wrong by itself is told in full", async () => {
  expect((await errorOf("select ho_ten from people")).message).toContain('Referenced column "ho_ten" not found');
});

test("who asked may read DuckDB's own words", async () => {
  expect((await errorOf("select full_name::integer from people")).words).toContain("Hoàng Kim Canary");
});
