import { describe, expect, test } from "vitest";
import { entry, event, person } from "../rules/rows.ts";
import { cleaned, lines } from "./given.ts";

const step = (name: string, day: number, result: string | null = null) =>
  event({ input_file: "e.csv", step: name, event_date: `${String(day).padStart(2, "0")}/04/2022`, result });
const one = [person({ record_key: "hs-000001" })];
const state = "select state, entered_on::varchar, cleaned from subject";
const outcomes = "select step, outcome, steps_skipped from cleaning_step order by event_date, position, event_id";

const throughAll = [
  step("listed", 1),
  step("reviewed", 3),
  step("matched", 5, "wrong"),
  step("handed_back", 6),
  step("updated", 8),
];

describe("the five steps", () => {
  test("a person right from the start is no subject", async () => {
    const db = await cleaned({ person_record: one });
    expect(await lines(db, state)).toEqual([]);
  });

  test("a person of class a, b or c is to be listed; a warning makes no subject", async () => {
    const db = await cleaned({
      person_record: [...one, person({ full_name: "Lê An", id_number: null })],
      to_clean: ["2 ID.MISSING", "1 NAME.TEST"],
    });
    expect(await lines(db, "select state, ministry_class, entered_on from subject")).toEqual(["to_list a ∅"]);
  });

  test("each step moves the subject; updated is not cleaned", async () => {
    for (const [count, name] of [
      [1, "listed"],
      [2, "reviewed"],
      [3, "matched"],
      [4, "handed_back"],
      [5, "updated"],
    ] as const) {
      const db = await cleaned({ person_record: one, cleaning_event: throughAll.slice(0, count) });
      expect(await lines(db, "select state, cleaned from subject")).toEqual([`${name} false`]);
    }
  });

  test("matched again and right is cleaned, on that day", async () => {
    const db = await cleaned({ person_record: one, cleaning_event: [...throughAll, step("rematched", 12, "right")] });
    expect(await lines(db, state)).toEqual(["verified 2022-04-12 true"]);
  });

  test("matched again and wrong begins the steps again", async () => {
    const again = [...throughAll, step("rematched", 12, "wrong")];
    expect(await lines(await cleaned({ person_record: one, cleaning_event: again }), state)).toEqual([
      "mismatched 2022-04-12 false",
    ]);
    const second = [...again, step("reviewed", 14), step("rematched", 20, "right")];
    const db = await cleaned({ person_record: one, cleaning_event: second });
    expect(await lines(db, state)).toEqual(["verified 2022-04-20 true"]);
    expect(await lines(db, "select step, steps_skipped from cleaning_step where round = 1 order by position")).toEqual([
      "reviewed 1",
      "rematched 3",
    ]);
  });

  test("a verified record found wrong later is no longer cleaned", async () => {
    const db = await cleaned({
      person_record: one,
      cleaning_event: [step("listed", 1), step("rematched", 12, "right"), step("rematched", 20, "wrong")],
    });
    expect(await lines(db, state)).toEqual(["mismatched 2022-04-20 false"]);
  });

  test("a comparison before any list makes a subject of who is found wrong, and of nobody else", async () => {
    const central = (result: string) => cleaned({ person_record: one, cleaning_event: [step("matched", 1, result)] });
    expect(await lines(await central("right"), state)).toEqual([]);
    expect(await lines(await central("wrong"), "select state, ministry_class, since::varchar from subject")).toEqual([
      "to_list c 2022-04-01",
    ]);
    expect(await lines(await central("not_found"), "select state from subject")).toEqual(["to_list"]);
  });

  test("events said twice, out of order, of nobody and with steps left out are each counted as such", async () => {
    const db = await cleaned({
      person_record: one,
      cleaning_event: [
        step("listed", 1),
        step("listed", 2),
        step("matched", 5, "right"),
        step("reviewed", 6),
        event({ input_file: "e.csv", record_key: "hs-9", event_date: "07/04/2022" }),
      ],
    });
    expect(await lines(db, outcomes)).toEqual([
      "listed applied 0",
      "listed repeated 0",
      "matched applied 1",
      "reviewed out_of_order 0",
      "matched unknown_record 0",
    ]);
    expect(await lines(db, state)).toEqual(["matched 2022-04-05 false"]);
  });

  test("events sent in any order give the same state", async () => {
    const events = [...throughAll, step("rematched", 12, "right")];
    const db = await cleaned({ person_record: one, cleaning_event: events.toReversed() });
    expect(await lines(db, state)).toEqual(["verified 2022-04-12 true"]);
  });

  test("of two changes of one step and day the one that was sent later stands", async () => {
    const wrong = { ...step("matched", 1, "wrong"), wrong_fields: "họ tên" };
    const missing = { ...step("matched", 1, "not_found"), wrong_fields: "ngày sinh" };
    const stands = async (events: (typeof wrong)[]) =>
      lines(await cleaned({ person_record: one, cleaning_event: events }), "select wrong_fields from subject");
    expect(await stands([wrong, missing])).toEqual(["ngày sinh"]);
    expect(await stands([missing, wrong])).toEqual(["họ tên"]);
  });

  test("a foreigner's events move nobody", async () => {
    const foreigner = person({ record_key: "hs-000001", id_number: null, passport_number: "C1234567" });
    const db = await cleaned({ person_record: [foreigner], cleaning_event: [step("listed", 1)] });
    expect(await lines(db, "select outcome from cleaning_step")).toEqual(["exempt"]);
    expect(await lines(db, state)).toEqual([]);
  });

  test("the state of a past day can be asked", async () => {
    const db = await cleaned({ person_record: one, cleaning_event: [...throughAll, step("rematched", 12, "right")] });
    const on = (day: string) =>
      lines(db, `select arg_max(state, change_order) from state_change where entered_on <= date '${day}'`);
    expect([await on("2022-04-02"), await on("2022-04-05"), await on("2022-04-11"), await on("2022-04-26")]).toEqual([
      ["listed"],
      ["matched"],
      ["updated"],
      ["verified"],
    ]);
  });

  test("a subject stands where it stood on the report's day, whatever is told of later days", async () => {
    const events = [...throughAll, step("rematched", 12, "right")];
    for (const [asOf, stood] of [
      ["2022-04-05", "matched 2022-04-05 2022-04-01 false"],
      ["2022-04-11", "updated 2022-04-08 2022-04-01 false"],
      ["2022-04-12", "verified 2022-04-12 2022-04-01 true"],
    ] as const) {
      const db = await cleaned({ asOf, person_record: one, cleaning_event: events });
      expect(await lines(db, "select state, entered_on::varchar, since::varchar, cleaned from subject")).toEqual([
        stood,
      ]);
    }
  });
});

describe("filled worklists", () => {
  const filled = entry({
    input_file: "l.csv",
    list_date: "01/04/2022",
    reviewed_on: "03/04/2022",
    matched_on: "05/04/2022",
    match_result: "right",
    handed_back_on: "06/04/2022",
    updated_on: "08/04/2022",
    rematched_on: "12/04/2022",
    rematch_result: "right",
  });

  test("one line makes the events of all its steps", async () => {
    const db = await cleaned({ person_record: one, worklist_entry: [filled] });
    expect(await lines(db, state)).toEqual(["verified 2022-04-12 true"]);
    expect(await lines(db, "select count(*) from cleaning_step where outcome = 'applied'")).toEqual(["6"]);
  });

  test("the same events from a list and a file of events count once", async () => {
    const db = await cleaned({
      person_record: one,
      worklist_entry: [filled],
      cleaning_event: [step("listed", 1), step("rematched", 12, "right")],
    });
    expect(await lines(db, "select outcome, count(*) from cleaning_step group by all order by all")).toEqual([
      "applied 6",
      "repeated 2",
    ]);
  });
});

test("every row, dose and event has one outcome, and the outcomes add up", async () => {
  const db = await cleaned({
    person_record: [...one, person()],
    cleaning_event: [step("listed", 1), step("listed", 1)],
    to_clean: ["2 ID.MISSING"],
  });
  expect(await lines(db, "select kind, outcome, things, things_in from clean_account order by all")).toEqual(
    [
      "event applied 1 2",
      "event repeated 1 2",
      "person_row kept 1 2",
      "person_row merged_exact_key 1 2",
      "person_row merged_linked 0 2",
      "dose kept 0 0",
    ].sort(),
  );
});

describe("records whose events are plain are followed as those that need a walk", () => {
  // One repeated event makes a record need the walk; what it adds is one `repeated`, and nothing else may differ.
  const names = ["listed", "reviewed", "matched", "handed_back", "updated", "rematched"] as const;
  const subsets = Array.from({ length: 64 }, (_, bits) => names.filter((_, at) => bits & (1 << at))).slice(1);

  test("for every set of steps, with a comparison before them or not", async () => {
    const sent = subsets.flatMap((steps, set) =>
      [false, true].flatMap((central) => {
        const key = `hs-${set}-${central}`;
        const first = central ? [step("matched", 1, "wrong")] : [];
        const events = [
          ...first,
          ...steps.map((name, at) => step(name, 2 + at, /matched$/.test(name) ? "right" : null)),
        ];
        const last = events.at(-1) ?? step("listed", 1);
        return [
          ...events.map((one) => ({ ...one, record_key: key })),
          ...[...events, last].map((one) => ({ ...one, record_key: `${key}-walked` })),
        ];
      }),
    );
    const keys = [...new Set(sent.map(({ record_key }) => record_key))];
    const people = keys.map((record_key, at) =>
      person({
        record_key,
        full_name: `Nguyễn Thị ${"ABCDEFGHKL"[at % 10]}${at}`,
        id_number: `9700840${String(at).padStart(5, "0")}`,
      }),
    );
    const db = await cleaned({ synthetic: true, person_record: people, cleaning_event: sent });
    const outcomes = (like: string) =>
      lines(
        db,
        `
      select replace(record_key, '-walked', '') as key, step, outcome, steps_skipped, round
      from cleaning_step join person using (person_id)
      where outcome <> 'repeated' and record_key ${like} '%-walked' order by all`,
      );
    expect(await outcomes("not like")).toEqual(await outcomes("like"));
    const stands = (like: string) =>
      lines(
        db,
        `select replace(record_key, '-walked', '') as key, state, entered_on, since, wrong_fields, cleaned
        from subject where record_key ${like} '%-walked' order by all`,
      );
    expect(await stands("not like")).toEqual(await stands("like"));
    expect((await stands("like")).length).toBeGreaterThan(100);
    // 126 with a repeated event, and the 8 sets that begin with a comparison after the central one: two before any list.
    expect(await lines(db, "select plain, count(*) from event_course group by all order by all")).toEqual([
      "false 134",
      "true 118",
    ]);
  });
});
