import { z } from "zod";
import { ReportDefinition } from "./report-definition.ts";
import { LocalText } from "./text.ts";
import { codesOf, editions, fileStatuses } from "./vocabulary.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A field of a table with its title in both languages. */
export const DataField = z.strictObject({
  name: z.string(),
  type: z.enum(["string", "integer", "number", "date"]),
  title: z.string(),
  description: z.string().optional(),
  constraints: z.record(z.string(), z.unknown()).optional(),
  "tiendo:title": LocalText,
  "tiendo:description": LocalText.optional(),
  "tiendo:unit": LocalText.optional(),
});
export type DataField = z.infer<typeof DataField>;

/** One file of the folder; the CSV, Parquet, JSON and XLSX of a table are resources of their own. */
export const DataResource = z.strictObject({
  name: z.string(),
  /** What readers of Data Packages take a resource with columns by; absent in releases made before 23 November 2026. */
  type: z.literal("table").optional(),
  path: z.string(),
  title: z.string(),
  description: z.string(),
  format: z.enum(["csv", "parquet", "json", "xlsx"]),
  mediatype: z.string(),
  encoding: z.string().optional(),
  bytes: z.int(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
  schema: z.strictObject({
    fields: z.array(DataField),
    primaryKey: z.array(z.string()),
    missingValues: z.array(z.string()),
  }),
  "tiendo:table": z.string(),
  "tiendo:rows": z.int(),
  "tiendo:title": LocalText,
  "tiendo:description": LocalText,
});
export type DataResource = z.infer<typeof DataResource>;

/** What proves where a published folder came from that was added up: whose it is, and the signature of its SHA256SUMS. */
const SentFolder = z.strictObject({
  report: z.string(),
  unit_code: z.string(),
  edition: z.enum(codesOf(editions)),
  as_of: z.iso.date(),
  public_key: z.string(),
  signature: z.string(),
  trusted_comment: z.string(),
});

/** An input of the run, its hash and what became of its rows. */
export const DataInput = z.strictObject({
  file: z.string(),
  sha256: Sha256.nullable(), // null where the file could not be read
  status: z.enum(codesOf(fileStatuses)),
  records_in: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  rejected: z.int(),
  /** Of a published folder: the hash is that of its SHA256SUMS, which names every file of it, and rows are those added up. */
  folder: SentFolder.optional(),
});

export type DataInput = z.infer<typeof DataInput>;

/** A model or check: its SQL as it ran, and the sentence of its header in which it says what a row is. */
export const DataModel = z.strictObject({
  name: z.string(),
  kind: z.enum(["model", "check", "published"]),
  header: z.string(),
  sql: z.string(),
});
export type DataModel = z.infer<typeof DataModel>;

/** The release that a release was compared with: null where it is the first, absent where it was made before 24 November 2026. */
const EarlierRelease = z.strictObject({
  as_of: z.iso.date(),
  /** Hash of its SHA256SUMS. */
  sha256: Sha256,
  rules_version: Sha256.nullable(), // null where it names none
  /** How many of its numbers changed; the table `revision` lists no more than its limit. */
  revised: z.int(),
});

/** `datapackage.json`: a Frictionless Data Package v2 with what proves it under `tiendo`. */
export const DataPackage = z.strictObject({
  $schema: z.literal("https://datapackage.org/profiles/2.0/datapackage.json"),
  name: z.string(),
  id: z.string(),
  title: z.string(),
  description: z.string(),
  version: z.string(),
  created: z.string(),
  licenses: z.array(z.strictObject({ name: z.string(), path: z.string(), title: z.string() })),
  contributors: z.array(z.strictObject({ title: z.string(), roles: z.array(z.string()) })),
  resources: z.array(DataResource),
  tiendo: z.strictObject({
    as_of: z.iso.date(),
    report: ReportDefinition,
    inputs: z.array(DataInput),
    reference: z.array(z.strictObject({ file: z.string(), sha256: Sha256 })),
    rules: z.array(z.strictObject({ code: z.string(), effect: z.string(), messages: LocalText, fix: LocalText })),
    models: z.array(DataModel),
    /** Version of the rules: the hash of all that decides what the numbers are beside the inputs; absent in releases made before 24 November 2026. */
    rules_version: Sha256.optional(),
    earlier: EarlierRelease.nullable().optional(),
    duckdb: z.string(),
  }),
});
export type DataPackage = z.infer<typeof DataPackage>;
