import { expect, test } from "vitest";
import { compareKeys, firstDirection, type SortKey, sortKey } from "../src/client/sort-key.ts";
import { rowAnchors } from "../src/format/row-anchor.ts";

test.for([
  ["1.200", "vi", 1200],
  ["1,200", "en", 1200],
  ["43.491.814", "vi", 43_491_814],
  ["56,6%", "vi", 56.6],
  ["56.6%", "en", 56.6],
  ["+4.642", "vi", 4642],
  ["−15", "vi", -15],
  ["−1,5", "vi", -1.5],
  ["0", "vi", 0],
  ["–", "vi", null],
  [" ", "vi", null],
  ["26-4-2022", "vi", "26-4-2022"],
  ["26 Apr 2022", "en", "26 Apr 2022"],
  ["có", "vi", "có"],
  ["1.2.3", "en", "1.2.3"],
] as const)("“%s” in %s is sorted by %s", ([text, lang, key]) => {
  expect(sortKey(text, lang)).toBe(key);
});

test("numbers are sorted from the largest first, words from A; a column of days, of both or of nothing is not sorted", () => {
  expect(firstDirection([3, null, 1])).toBe("descending");
  expect(firstDirection(["có", null, "không"])).toBe("ascending");
  for (const keys of [["26-4-2022"], [1, "có"], [null, null], []]) expect(firstDirection(keys)).toBeNull();
});

test("what has no number is last in either direction, and names follow the Vietnamese alphabet", () => {
  const collator = new Intl.Collator("vi", { numeric: true });
  const sorted = (keys: SortKey[], direction: "ascending" | "descending") =>
    keys.toSorted((a, b) => compareKeys(a, b, direction, collator));
  expect(sorted([2, null, 30, 0, -1], "ascending")).toEqual([-1, 0, 2, 30, null]);
  expect(sorted([2, null, 30, 0, -1], "descending")).toEqual([30, 2, 0, -1, null]);
  expect(sorted(["Đăng Hà", "Ea", "Dầu Tiếng", "Ân", "An", "Ăn", "Phường 10", "Phường 2"], "ascending")).toEqual([
    "An",
    "Ăn",
    "Ân",
    "Dầu Tiếng",
    "Đăng Hà",
    "Ea",
    "Phường 2",
    "Phường 10",
  ]);
});

test("a line of a table has an anchor by its unit, else by its words; the same twice is told apart", () => {
  const lines = [
    { title: "Xã Tân Phú", href: "/tien-do/bao-cao/don-vi/25195-tan-phu/" },
    { title: "Mũi 3, đến", day: "26-4-2022" },
    { title: "AstraZeneca", href: "/vac-xin/" },
    { title: "AstraZeneca" },
  ];
  expect(rowAnchors("ton", lines)).toEqual([
    "ton-25195-tan-phu",
    "ton-mui-3-den-26-4-2022",
    "ton-astrazeneca",
    "ton-astrazeneca--2",
  ]);
});
