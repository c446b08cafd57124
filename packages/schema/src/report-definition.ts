import { z } from "zod";
import { LocalText, languages } from "./text.ts";
import { codesOf, editions } from "./vocabulary.ts";

/** Levels from the top down to which a table may tell. */
export const depthLevels = ["country", "province", "district", "commune"] as const;

/** The tables of counts of people, each told down to a level. */
export const tablesWithDepth = [
  "cleaning_progress",
  "what_blocks",
  "person_issue_count",
  "pace",
  "coverage",
  "coverage_by_age_and_sex",
  "dose_weekly",
  "dose_due",
  "entry_backlog",
  "stock_and_due",
] as const;
export type TableWithDepth = (typeof tablesWithDepth)[number];

/** How deep a table goes by default: of what would be hidden nearly everywhere in communes, from the district up. */
export const defaultDepth: Readonly<Partial<Record<TableWithDepth, (typeof depthLevels)[number]>>> = {
  coverage_by_age_and_sex: "district",
  dose_weekly: "district",
};

/** The population below which a commune's counts of people are hidden, where a report does not say. */
export const DEFAULT_MIN_POPULATION = 1000;

const Link = z.strictObject({ title: LocalText, url: z.url({ protocol: /^https?$/ }) });
const Deadline = z.strictObject({ date: z.iso.date(), title: LocalText, document: z.string().min(1) });

/** A day for which a release is promised; where it came on another day, or not at all, the day it came and why. */
const PromisedRelease = z.strictObject({
  day: z.iso.date(),
  slipped: z.strictObject({ to: z.iso.date().nullable(), reason: LocalText }).optional(),
});

/** A statement of an event that carries no number, such as a status; it keeps its source. */
const Statement = z.strictObject({ id: z.string().regex(/^[a-z0-9-]+$/), text: LocalText, source: z.string().min(1) });

/** A dated event that a report leads with, such as the conference of 26 April 2022. */
const ReportEvent = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  date: z.iso.date(),
  place: LocalText.nullable(),
  title: LocalText,
  summary: LocalText,
  source: z.string().min(1),
  figures: z.array(z.strictObject({ unit_code: z.string(), indicator: z.string(), as_of: z.iso.date() })),
  statements: z.array(Statement),
});
export type ReportEvent = z.infer<typeof ReportEvent>;

const PublicKey = z.string().regex(/^RW[A-Za-z0-9+/]{54}$/);

/** A unit that sends its own published folder, by its code in an edition, and the minisign key that it signs with. */
const Sender = z.strictObject({
  unit_code: z.string().min(1).max(5),
  edition: z.enum(codesOf(editions)),
  public_key: PublicKey,
});
export type Sender = z.infer<typeof Sender>;

/** The definition of a report, `data/reports/<id>/report.json`. */
export const ReportDefinition = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: LocalText,
  description: LocalText,
  /** What readers should know of the report beside its description: who asked for it, whom to ask; a line is a paragraph. */
  about: LocalText.optional(),
  /** The line of the minisign key that every release must be signed with; absent where releases are not signed. */
  public_key: PublicKey.optional(),
  /**
   * Units whose signed folders, `folders/<unit>/<day>` beside `report.json`, this report adds up; a province of an earlier edition
   * is counted in its successor. Absent where the report is made of its own rows.
   */
  senders: z.array(Sender).min(1).optional(),
  /** Sites that may show the report's embed pages within theirs, such as `https://tinh.gov.vn`; absent where none may. */
  embed_origins: z.array(z.string().regex(/^https:\/\/[a-z0-9.-]+(?::[0-9]+)?$/)).optional(),
  /**
   * What is hidden beside small counts: by `arithmetic`, which it is where this is absent, also what sums would give them back
   * by. `primary` hides small counts alone, which gives some of them away; the method page then says so.
   */
  protection: z.enum(["arithmetic", "primary"]).optional(),
  /** Communes of fewer people by their `population` have all their counts of people hidden; 1,000 where it is absent. */
  min_population: z.int().min(0).max(1_000_000).optional(),
  /** The lowest level that a table tells of, where that is another than `defaultDepth` says. */
  depth: z.partialRecord(z.enum(tablesWithDepth), z.enum(depthLevels)).optional(),
  publisher: z.strictObject({ name: LocalText, url: z.url().nullable(), contact: LocalText.nullable() }),
  root_unit: z.string().min(1).max(5),
  edition: z.enum(codesOf(editions)),
  as_of: z.iso.date(),
  first_as_of: z.iso.date(),
  /** Days of the releases before `as_of`, earliest first: they are made again where a change of method asks for it. */
  releases: z.array(z.iso.date()),
  /** Days for which releases are promised, those still to come too; absent where none is. */
  calendar: z.array(PromisedRelease).optional(),
  deadlines: z.array(Deadline),
  suppress_below: z.int().min(2).max(1000),
  min_denominator: z.int().min(1).max(10_000),
  languages: z.array(z.enum(languages)).min(1),
  synthetic: z.boolean(),
  /** How the people of a synthetic report are made where they are missing; null where its data is kept by hand. */
  sample: z.strictObject({ people: z.int().min(1).nullable(), seed: z.string().min(1) }).nullable(),
  licence: z.strictObject({ id: z.string().min(1), title: z.string().min(1), url: z.url() }),
  events: z.array(ReportEvent),
  /** Sites a reader may want next: of the ministry, the province, the population database. */
  links: z.array(Link),
});
export type ReportDefinition = z.infer<typeof ReportDefinition>;
