import { count, isFew, type Limits } from "./hide.ts";
import type { Issue } from "./issue.ts";
import type { Recounted, Row } from "./row.ts";
import { Tally } from "./tally.ts";
import type { World } from "./world.ts";

/** A line of a file about people: what it says, and of the sample's truth whose it is. */
export interface SentRow {
  input_file: string;
  record: string;
  true_person: string;
  cells: Readonly<Record<string, string | null>>;
}

const nameOf = ({ input_file, record }: { input_file: string; record: string | number }) => `${input_file} ${record}`;

/** What became of a row, by what was found in it. A bad dose of a person's row is no fault of the row. */
function outcomeOf(
  issues: readonly Issue[],
  isPerson: boolean,
): "accepted" | "quarantined" | "duplicate" | "superseded" {
  const codes = new Set(issues.map(({ code }) => code));
  if (codes.has("DUPLICATE.LINE")) return "duplicate";
  if (codes.has("ROW.SUPERSEDED")) return "superseded";
  const bad = issues.some(
    ({ effect, column_name }) => effect === "quarantine" && !(isPerson && /^dose_\d+_/.test(column_name)),
  );
  return bad ? "quarantined" : "accepted";
}

/** Files in the order of the numbers by which rows, doses and events name them: those about people before all others. */
function inNumber(files: readonly string[], sent: readonly SentRow[]): string[] {
  const ofPeople = new Set(sent.map(({ input_file }) => input_file));
  return [...files.filter((name) => ofPeople.has(name)), ...files.filter((name) => !ofPeople.has(name))];
}

/** Whose each accepted row is: of a dose that it has and the report keeps, or of another row of the same true person. */
export class Owners {
  readonly #of = new Map<string, string>();
  readonly #ofTrue = new Map<string, Set<string>>();

  constructor({ doses, people }: World, files: readonly string[], sent: Iterable<SentRow>) {
    const rows = [...sent];
    const ordered = inNumber(files, rows);
    const numbered = (id: bigint) => `${ordered[Number(id >> 32n) - 1]} ${id & 0xffffffffn}`;
    for (const { dose_id, person_id } of doses) this.#of.set(numbered(BigInt(dose_id) >> 4n), person_id);
    for (const { row_id, person_id } of people) this.#of.set(numbered(BigInt(row_id)), person_id);
    for (const row of rows) {
      const owner = this.#of.get(nameOf(row));
      if (owner === undefined) continue;
      this.#ofTrue.set(row.true_person, (this.#ofTrue.get(row.true_person) ?? new Set()).add(owner));
    }
  }

  /** @throws {Error} where it cannot be said */
  of(row: SentRow): string {
    const owner = this.#of.get(nameOf(row));
    if (owner !== undefined) return owner;
    const [only, ...others] = this.#ofTrue.get(row.true_person) ?? [];
    if (only === undefined || others.length > 0)
      throw new Error(`${nameOf(row)} may be of ${others.length + 1} people`);
    return only;
  }
}

/** Where the unit lies in which a row says that somebody lives, by its code or its names; the report's root where neither is known. */
function writtenUnit({ cells }: SentRow, { places }: World): string {
  const code = cells["Mã xã"]?.padStart(5, "0") ?? "";
  if (places.unit(code) !== undefined) return code;
  const same = (one: string | undefined, other: string | null | undefined) =>
    one?.normalize("NFC").toLowerCase() === other?.normalize("NFC").toLowerCase();
  const named = places
    .below()
    .filter(({ level, full_name }) => level === "commune" && same(full_name, cells["Xã/Phường"]))
    .filter(({ parent_code }) =>
      same(places.unit(parent_code ?? "")?.full_name, cells["Quận/Huyện"] ?? cells["Tỉnh/Thành phố"]),
    );
  return code === "" && named.length === 1 ? (named[0]?.code ?? "") : places.root;
}

/** Who a row that is not accepted is about, as far as its own cells tell. */
const writtenPerson = ({ cells, ...row }: SentRow): string =>
  cells["Số CMT/CCCD"] ?? `${cells["Họ và tên"] ?? nameOf(row)} ${cells["Ngày sinh"]}`;

/** `person_issue_count`: people and rows of each unit that raise an issue. */
export function personIssueCount(
  world: World,
  rows: ReadonlyMap<string, SentRow>,
  owners: Owners,
  progress: Recounted,
): Recounted {
  const { places, issues, people, limits } = world;
  const home = new Map(people.map(({ person_id, unit_code }) => [person_id, unit_code]));
  const tally = new Tally(places, ["code"], ["persons", "records"]);
  const effects = new Map<string, Row>();
  const seen = new Set<string>();
  const flagged = issues.filter(({ record, input_file }) => record !== "0" && rows.has(`${input_file} ${record}`));
  for (const [name, own] of Map.groupBy(flagged, nameOf)) {
    const row = rows.get(name) as SentRow;
    const outcome = outcomeOf(own, row.input_file.includes("person_"));
    if (outcome === "superseded") continue;
    const owner = outcome === "accepted" ? owners.of(row) : `not accepted ${writtenPerson(row)}`;
    const unit = (outcome === "accepted" ? home.get(owner) : undefined) ?? writtenUnit(row, world);
    for (const { code, effect, ministry_class } of new Map(own.map((issue) => [issue.code, issue])).values()) {
      effects.set(code, { effect, ministry_class });
      tally.add(unit, [code], "records");
      if (seen.has(`${unit} ${code} ${owner}`)) continue;
      seen.add(`${unit} ${code} ${owner}`);
      tally.add(unit, [code], "persons");
    }
  }
  const personsIn = new Map(progress.exact.map((row) => [`${row.unit_code} ${row.scope}`, row.persons as number]));
  return {
    table: "person_issue_count",
    keys: ["unit_code", "scope", "code"],
    exact: tally.rows(),
    told: (row) => {
      const whole = personsIn.get(`${row.unit_code} ${row.scope}`) ?? null;
      return { ...toldIssues(row, whole, limits), ...effects.get(String(row.code)) };
    },
  };
}

function toldIssues(row: Row, whole: number | null, limits: Limits): Row {
  const hidden = isFew(row.persons as number, whole, limits);
  return {
    ...row,
    ...count("persons", row.persons, hidden),
    ...count("records", row.records, hidden || isFew(row.records as number, null, limits)),
  };
}

/** `issue_count`: rows of returns that raise an issue, by file and column. */
export function issueCount({ issues, sent }: World): Recounted {
  const files = new Set(sent.map(({ input_file }) => input_file));
  const own = issues.filter(({ input_file }) => files.has(input_file));
  const groups = Map.groupBy(own, ({ input_file, code, column_name }) => [input_file, code, column_name].join("|"));
  return {
    table: "issue_count",
    keys: ["input_file", "code", "column_name"],
    exact: [...groups.values()].map((all) => ({
      ...all[0],
      record: undefined,
      records: new Set(all.map(({ record }) => record)).size,
    })),
    told: ({ record, ...row }) => row,
  };
}

/** `return_issue_count`: rows of each unit's returns that raise an issue. */
export function returnIssueCount({ issues, sent, places }: World): Recounted {
  const tally = new Tally(places, ["kind", "code"], ["records"]);
  const effects = new Map(issues.map(({ code, effect }) => [code, effect]));
  for (const { input_file, kind, units } of sent) {
    const own = issues.filter((issue) => issue.input_file === input_file && issue.record !== "0");
    for (const [record, found] of Map.groupBy(own, (issue) => issue.record)) {
      if (outcomeOf(found, false) === "superseded") continue;
      const written = units[Number(record) - 1] ?? "";
      const unit = places.unit(written) === undefined ? places.root : written;
      for (const code of new Set(found.map((issue) => issue.code))) tally.add(unit, [kind, code], "records");
    }
  }
  return {
    table: "return_issue_count",
    keys: ["unit_code", "scope", "kind", "code"],
    exact: tally.rows(),
    told: (row) => ({ ...row, effect: effects.get(String(row.code)) }),
  };
}

/** `row_account` of files of returns, which the public is told, and of files about people, which it is not. */
export function rowAccount(world: World, rows: ReadonlyMap<string, SentRow>, files: readonly string[]): Recounted {
  const { sent, people, doses, issues } = world;
  const ordered = inNumber(files, [...rows.values()]);
  const fileOf = (id: bigint) => ordered[Number(id >> 32n) - 1];
  // A row of one dose is kept where its dose is, a row of a person where it is the one that stands for them.
  const rowsKept = Map.groupBy(new Set(doses.map(({ dose_id }) => BigInt(dose_id) >> 4n)), fileOf);
  const peopleKept = Map.groupBy(people, ({ row_id }) => fileOf(BigInt(row_id)));
  const found = Map.groupBy(issues, nameOf);
  const about = Map.groupBy(rows.values(), ({ input_file }) => input_file);
  const ofPeople = [...about].map(([input_file, all]) => {
    const isPerson = /(^|\/)person_/.test(input_file);
    const outcomes = all.map((row) => outcomeOf(found.get(nameOf(row)) ?? [], isPerson));
    const of = (which: string) => outcomes.filter((outcome) => outcome === which).length;
    const stay = (isPerson ? peopleKept : rowsKept).get(input_file)?.length ?? 0;
    return account(input_file, isPerson ? "person_record" : "dose_record", true, {
      records_in: all.length,
      quarantined: of("quarantined"),
      exact_duplicates: of("duplicate"),
      superseded: of("superseded"),
      kept: stay,
    });
  });
  const ofEvents = files
    .filter((name) => /(^|\/)event_/.test(name))
    .map((input_file) => {
      const events = world.events.filter(({ event_id }) => fileOf(BigInt(event_id) >> 3n) === input_file).length;
      const again = issues.filter((issue) => issue.input_file === input_file && issue.code === "DUPLICATE.LINE").length;
      const gone = { quarantined: 0, exact_duplicates: again, superseded: 0 };
      return account(input_file, "cleaning_event", true, { records_in: events + again, ...gone, kept: events });
    });
  const ofReturns = sent.map(({ input_file, kind, rows: records_in, superseded }) => {
    const own = issues.filter((issue) => issue.input_file === input_file && issue.record !== "0");
    const outcomes = [...Map.groupBy(own, ({ record }) => record).values()].map((all) => outcomeOf(all, false));
    const of = (which: string) => outcomes.filter((outcome) => outcome === which).length;
    const gone = { quarantined: of("quarantined"), exact_duplicates: of("duplicate"), superseded };
    const stay = records_in - Object.values(gone).reduce((sum, one) => sum + one, 0);
    return account(input_file, kind, false, { records_in, ...gone, kept: stay });
  });
  return {
    table: "row_account",
    keys: ["input_file"],
    exact: [...ofPeople, ...ofEvents, ...ofReturns],
    told: ({ person_level, ...row }) => (person_level ? null : row),
  };
}

interface Outcomes {
  records_in: number;
  quarantined: number;
  exact_duplicates: number;
  superseded: number;
  kept: number;
}

function account(input_file: string, kind: string, person_level: boolean, outcomes: Outcomes): Row {
  const { records_in, quarantined, exact_duplicates, superseded, kept } = outcomes;
  const accepted = records_in - quarantined - exact_duplicates - superseded;
  const status = quarantined > 0 ? "partially_accepted" : "accepted";
  const none = { reason_code: null, reason_vi: null, reason_en: null, rejected: 0, blank: 0 };
  return { input_file, kind, person_level, status, ...none, ...outcomes, accepted, merged: accepted - kept };
}
