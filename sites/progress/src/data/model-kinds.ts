import type { DataModel } from "@tiendo/schema";
import type { Report } from "./report.ts";

/** What a statement makes: a table that is published, one on the way there, or what a check finds. */
export type ModelKind = DataModel["kind"];

// Each kind has a page of its own, so that no page grows with all statements.
const slugs: Readonly<Record<ModelKind, string>> = {
  published: "bang-cong-bo",
  model: "bang-trung-gian",
  check: "phep-kiem-tra",
};

/** The last part of the address of the page that holds the statements of a kind. */
export function kindSlug(kind: ModelKind): string {
  return slugs[kind];
}

/** Address of the page that holds the statements of a kind. */
export function modelsPath({ root }: Pick<Report, "root">, kind: ModelKind): string {
  return `${root}/phuong-phap/${kindSlug(kind)}/`;
}

/** The statements that made a report, by kind: what is published first, for most readers come for it. */
export function modelsByKind(report: Report): [kind: ModelKind, models: DataModel[]][] {
  const models = Map.groupBy(report.package.tiendo.models, ({ kind }) => kind);
  return (["published", "model", "check"] as const).flatMap((kind) => {
    const some = models.get(kind);
    return some === undefined ? [] : [[kind, some] as [ModelKind, DataModel[]]];
  });
}
