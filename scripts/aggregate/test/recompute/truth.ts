import type { Workspace } from "../workspace.ts";
import type { Subject } from "./cleaning.ts";
import { primaryDosesBy } from "./due.ts";
import { objects } from "./sources.ts";
import type { World } from "./world.ts";

interface TruePerson {
  true_person: string;
  birth_date: string;
  sex: string;
  commune_code: string;
  is_foreigner: boolean;
  is_known: boolean;
  subject: boolean;
  class: "a" | "b" | "c" | "none";
  state: string;
  state_entered_on: string | null;
}

interface TrueDose {
  true_person: string;
  dose_number: string;
  kind: string;
  vaccine: string;
  dose_date: string;
  entered_on: string;
  /** The lines that tell of it. */
  records: string;
}

/** A world as the sample's truth has it: nothing of what was read of its files, but who people are and what was given to them. */
export async function trueWorld(workspace: Workspace, world: World): Promise<{ world: World; subjects: Subject[] }> {
  const of = <Row>(name: string) => objects<Row>(workspace.path("private", workspace.id, "truth", `${name}.parquet`));
  const known = (await of<TruePerson>("person")).filter(({ is_known }) => is_known);
  const given = (await of<TrueDose>("dose")).filter(({ records }) => records !== "");
  const courses = Map.groupBy(given, ({ true_person }) => true_person);
  const doses = [...courses.values()].flatMap((course) => dosesOf(course, world.rules));
  const people = new Map(known.map((person) => [person.true_person, personOf(person)]));
  const subjects = known
    .filter(({ subject }) => subject)
    .map(({ true_person, class: ministryClass, state, state_entered_on }) => ({
      person: people.get(true_person) as World["people"][number],
      ministryClass: ministryClass as Subject["ministryClass"],
      changes: state_entered_on === null ? [] : [{ day: state_entered_on, state }],
    }));
  return { world: { ...world, people: [...people.values()], doses }, subjects };
}

function personOf({ true_person, birth_date, sex, commune_code, is_foreigner, class: own }: TruePerson) {
  return {
    person_id: true_person,
    row_id: "",
    unit_code: commune_code,
    sex,
    birth_day: birth_date,
    birth_year: Number(birth_date.slice(0, 4)),
    key_basis: "id",
    foreigner: is_foreigner,
    ministry_class: own === "none" ? null : own,
  };
}

/**
 * The doses of a person that are entered, with the kind that can be known of each: lists of people do not tell it, so that it
 * follows from the dose's place among them, as reference/dose_rules.csv has it; nor have they a day of entry.
 */
function dosesOf(course: readonly TrueDose[], rules: World["rules"]): World["doses"] {
  const inOrder = course.toSorted((one, other) => one.dose_date.localeCompare(other.dose_date));
  const first = inOrder[0]?.vaccine ?? "";
  const primary = primaryDosesBy(rules).get(first) ?? 2;
  const from = rules.find(({ dose_kind, vaccine }) => dose_kind === "additional" && vaccine === first)?.valid_from;
  const third = inOrder[primary];
  const hasAdditional =
    third !== undefined && (markedAs(third) === "additional" || (from ?? "9999") <= third.dose_date);
  return inOrder.map((dose, at) => ({
    dose_id: "",
    person_id: dose.true_person,
    place: at + 1,
    vaccine: dose.vaccine,
    dose_date: dose.dose_date,
    entered_on: isEnteredAlone(dose) ? dose.entered_on : null,
    dose_kind: markedAs(dose) ?? kindAt(at - primary, hasAdditional),
  }));
}

/** @param after how many doses lie between the primary ones and this one; less than 0 for a primary one */
function kindAt(after: number, hasAdditional: boolean): string {
  if (after < 0) return "primary";
  if (after === 0) return hasAdditional ? "additional" : "booster_1";
  return after === 1 && hasAdditional ? "booster_1" : "booster_2";
}

const isEnteredAlone = ({ records }: TrueDose): boolean => /(^|\/)dose_/.test(records.split(" ")[0] ?? "");
const markedAs = (dose: TrueDose): string | null => (isEnteredAlone(dose) ? dose.kind : null);
