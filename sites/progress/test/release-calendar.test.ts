import { expect, test } from "vitest";
import { releaseCalendar, stateOf } from "../src/data/release-calendar.ts";
import type { Report } from "../src/data/report.ts";

const reason = { vi: "chờ một huyện", en: "one district was awaited" };

function calendarOf(calendar: object[] | undefined, as_of: string, ...earlier: string[]): string[] {
  return linesOf({ calendar, as_of, earlier, unreadable: [] });
}

function linesOf({
  calendar,
  as_of,
  earlier,
  unreadable,
}: Record<"earlier" | "unreadable", string[]> & { calendar?: object[] | undefined; as_of: string }): string[] {
  const report = {
    as_of,
    earlier,
    unreadable: unreadable.map((day) => ({ as_of: day })),
    package: { tiendo: { report: { calendar } } },
  } as unknown as Report;
  return releaseCalendar(report).map((one) =>
    `${one.planned} ${one.released} ${stateOf(one, as_of)} ${one.reason?.vi ?? ""}`.trim(),
  );
}

test("a release on its day is on time, one of another day slipped, one that has not come is to come or missed", () => {
  const calendar = [
    { day: "2022-04-05", slipped: { to: null, reason } },
    { day: "2022-04-12" },
    { day: "2022-04-19", slipped: { to: "2022-04-20", reason } },
    { day: "2022-05-03" },
  ];
  expect(calendarOf(calendar, "2022-04-20", "2022-04-12")).toEqual([
    "2022-05-03 null to_come",
    "2022-04-19 2022-04-20 late chờ một huyện",
    "2022-04-12 2022-04-12 on_time",
    "2022-04-05 null missed chờ một huyện",
  ]);
});

test("a release that nobody promised stands in the calendar, and without one every release does", () => {
  expect(calendarOf([{ day: "2022-04-12" }], "2022-04-15", "2022-04-12")).toEqual([
    "null 2022-04-15 unplanned",
    "2022-04-12 2022-04-12 on_time",
  ]);
  expect(calendarOf(undefined, "2022-04-15")).toEqual(["null 2022-04-15 unplanned"]);
});

test("a release that this version cannot read came all the same", () => {
  const calendar = [{ day: "2022-04-12" }];
  expect(linesOf({ calendar, as_of: "2022-04-19", earlier: [], unreadable: ["2022-04-12"] })).toEqual([
    "null 2022-04-19 unplanned",
    "2022-04-12 2022-04-12 on_time",
  ]);
});
