import { expect, test } from "vitest";
import { fillMessage, fiveSteps, issueCodes, publishedTables } from "../src/index.ts";

test("every issue has a message and a fix in both languages, with the same places", () => {
  for (const [code, { messages, fix }] of Object.entries(issueCodes)) {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
    expect([code, places(messages.vi)]).toEqual([code, places(messages.en)]);
    expect([code, fix.vi.length > 5, fix.en.length > 5]).toEqual([code, true, true]);
    expect(code).toMatch(/^[A-Z_]+\.[A-Z0-9_]+$/);
  }
});

test("a message keeps a place for which there is no value", () => {
  expect(fillMessage("{found} > {expected}", { found: "12" })).toBe("12 > {expected}");
});

test("a value is filled in as it is, even where it looks like a replacement pattern", () => {
  expect(fillMessage("{found}", { found: "$& {expected}" })).toBe("$& {expected}");
});

test("the five steps are numbered from 1 to 5 in their order", () => {
  expect(fiveSteps.map(({ number, step }) => `${number} ${step}`)).toEqual([
    "1 listed",
    "2 reviewed",
    "3 matched",
    "4 handed_back",
    "5 updated",
  ]);
});

test("the primary key of every public table is made of its columns", () => {
  for (const [name, { schema, primaryKey }] of Object.entries(publishedTables)) {
    expect([name, primaryKey.filter((column) => !(column in schema.shape))]).toEqual([name, []]);
  }
});
