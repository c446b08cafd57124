import type { Database } from "../db.ts";
import { findCandidatePairs } from "./candidate-pairs.ts";
import { linkPeople } from "./link-people.ts";
import { buildCleanModels, cleanModels, createModel, modelSelect } from "./models.ts";
import type { Parts } from "./parts.ts";

// What people of several exact keys have of these lies in the parts of its own keys, and belongs to the person's.
const linked = ["person_row", "dose_in"] as const;

/**
 * The cleaning step with one part of the people in memory at a time. Rows, doses and events are shared out by the person they
 * belong to; what tells people of several parts apart, or names them, is looked at over all parts. Every model is the same select
 * as at once: it reads what its tables stand for, all people or one part.
 */
export async function cleanInParts(db: Database, parts: Parts): Promise<void> {
  await buildCleanModels(db, [...cleanModels.read, ...cleanModels.told]);
  await shareRows(db, parts);
  await shareExact(db, parts);
  await findCandidatePairs(db);
  await buildCleanModels(db, [...cleanModels.likeness, ...cleanModels.pairs]);
  await linkPeople(db);
  await sharePeople(db);
  await parts.split("event_in", modelSelect("event_in"), "coalesce(person_id, 0)");
  await followParts(db, parts);
  for (const name of linked) await db.run(`drop table linked_${name}`);
}

/** `person_row`, and the few of them that are twins' moved to the part of the key that they have instead. */
async function shareRows(db: Database, parts: Parts): Promise<void> {
  await parts.split("person_row", modelSelect("person_row"), "exact_key");
  for (const part of parts.numbers) {
    await standFor(db, "person_row", parts.of("person_row", part));
    const made = part === 0 ? "create or replace table name_twin as" : "insert into name_twin";
    await db.run(`${made} ${modelSelect("name_twin")}`);
  }
  await db.run(`create or replace table twin_row as
    select row.* replace (name_twin.exact_key as exact_key)
    from (${parts.of("person_row")}) as row join name_twin using (row_id)`);
}

/** `exact_person` and `dose_in`, by exact keys. */
async function shareExact(db: Database, parts: Parts): Promise<void> {
  for (const part of parts.numbers) {
    await standFor(db, "person_row", byExactKey(parts, "person_row", part));
    await db.runChains([parts.writing("exact_person", part, modelSelect("exact_person"))]);
  }
  await standFor(db, "person_row", byExactKey(parts, "person_row"));
  await standFor(db, "exact_person", parts.of("exact_person"));
  await parts.split("dose_in", modelSelect("dose_in"), "exact_key");
  await standFor(db, "dose_in", parts.of("dose_in"));
}

/** `person`, by the parts of exact keys but for the few people that have several. */
async function sharePeople(db: Database): Promise<void> {
  for (const name of linked)
    await db.run(`create or replace table linked_${name} as
      select told.*, person_id from (${ofPeople(name, `select * from ${name}`)}) as told join person_link using (exact_key)`);
  await buildCleanModels(db, ["linked_person"]);
  // Nearly all are as their exact key tells them: not written again.
  await standFor(db, "person", modelSelect("person"));
  await buildCleanModels(db, ["person_key", ...cleanModels.proposals]);
}

const doses = ["dose_merged", "dose_given", "merged_row"] as const;
const courses = ["event_course", "walked_step"] as const;
// What these say of an event is read off the event itself, its part's courses and walks.
const readOff = ["event_in", ...courses] as const;

/** The doses of the people of each part, and beside them their steps. */
async function followParts(db: Database, parts: Parts): Promise<void> {
  await buildCleanModels(db, ["dose_of_person"]);
  // It was made before people were told apart, when nothing had been merged.
  await db.run("drop table if exists merged_row");
  for (const part of parts.numbers) {
    for (const name of linked) await standFor(db, name, byPerson(parts, name, part));
    for (const name of ["exact_person", "event_in"]) await standFor(db, name, parts.of(name, part));
    await standFor(db, "person", personOf(parts, part));
    const writing = (name: string) => parts.writing(name, part, modelSelect(name));
    const steps = [
      ...courses.flatMap(writing),
      ...["cleaning_step", "state_change"].map(createModel),
      ...writing("subject"),
    ];
    // Nobody asks for the courses of doses later.
    await db.runChains([steps, [createModel("dose_course"), ...doses.flatMap(writing)]]);
  }
  for (const name of linked) await standFor(db, name, byExactKey(parts, name));
  await db.run("drop table dose_course");
  await standFor(db, "person", modelSelect("person"));
  for (const name of ["exact_person", ...readOff, ...doses, "subject"]) await standFor(db, name, parts.of(name));
  await standFor(db, "cleaning_step", parts.each(readOff, modelSelect("cleaning_step")));
  // A file has rows in every part.
  await db.run("drop view merged_row");
  await db.run(`create table merged_row as
    select input_file, cast(sum(merged) as bigint) as merged from (${parts.of("merged_row")}) group by input_file`);
}

/** The people of a part, where `exact_person` stands for those of its exact keys. */
function personOf(parts: Parts, part: number): string {
  return `with linked_person as (from main.linked_person where person_id % ${parts.count} = ${part})
    select * from (${modelSelect("person")})`;
}

/** The rows whose exact key belongs to a part, or all. */
function byExactKey(parts: Parts, name: (typeof linked)[number], part?: number): string {
  if (name !== "person_row") return parts.of(name, part);
  const twins = part === undefined ? "" : `where exact_key % ${parts.count} = ${part}`;
  return `select * from (${parts.of(name, part)}) anti join name_twin using (row_id)
    union all by name select * from twin_row ${twins}`;
}

/** What is asked of a table about people, once they are told apart: of rows not what they say, which their person says. */
function ofPeople(name: (typeof linked)[number], rows: string): string {
  return name === "person_row" ? `select row_id, kind, exact_key from (${rows})` : rows;
}

/** The rows whose person belongs to a part. */
function byPerson(parts: Parts, name: (typeof linked)[number], part: number): string {
  return `select * from (${ofPeople(name, byExactKey(parts, name, part))}) anti join person_link using (exact_key)
    union all by name select * exclude (person_id) from linked_${name} where person_id % ${parts.count} = ${part}`;
}

async function standFor(db: Database, name: string, select: string): Promise<void> {
  await db.run(`create or replace view ${name} as ${select}`);
}
