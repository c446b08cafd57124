import type { DataResource, PublishedUnit } from "@tiendo/schema";
import { indicatorSlug, tablePath } from "./address.ts";
import { embedPath, hasEmbed } from "./embeds.ts";
import { indicatorsWithFigures } from "./lookup.ts";
import { hasReturns, hasVaccines, type Report } from "./report.ts";
import { tableFiles } from "./resources.ts";
import { unitPath, unitsTold } from "./unit-pages.ts";

/** Where the releases of a report are listed. */
export function releasesPath({ id }: Pick<Report, "id">): string {
  return `${id}/ky/`;
}

/** Where a release of a report stands for good. */
export function releasePath({ id }: Pick<Report, "id">, as_of: string): string {
  return `${releasesPath({ id })}${as_of}/`;
}

/** A page of a report's own that it has only while its numbers have what the page shows. */
export interface Shifting {
  path: string;
  /** What it is of: a unit, an indicator, or a part of the report by its address. */
  of:
    | { kind: "unit" | "embed"; unit: PublishedUnit }
    | { kind: "indicator"; indicator: string }
    | { kind: "table"; table: DataResource }
    | { kind: "part"; part: string };
}

/** A page that an earlier release had and the newest has not, with the last release that had it. */
export interface Gone extends Shifting {
  release: Report;
}

/** Pages that readers may have kept the address of, which would be dead otherwise. */
export function goneFrom(report: Report): Gone[] {
  const known = new Set(shiftingOf(report, report).map(({ path }) => path));
  // The newest comes first, so that a page is shown as the last release that had it.
  return report.releases.flatMap((release) =>
    shiftingOf(release, report).flatMap((page) => {
      if (known.has(page.path)) return [];
      known.add(page.path);
      return [{ ...page, release }];
    }),
  );
}

/** The pages that numbers give a report, by their addresses among its own. */
function shiftingOf(numbers: Report, { root, id }: Pick<Report, "root" | "id">): Shifting[] {
  const parts = [...(hasVaccines(numbers) ? ["vac-xin/"] : []), ...(hasReturns(numbers) ? ["dieu-chinh/"] : [])];
  const units = unitsTold(numbers);
  return [
    ...units.map((unit): Shifting => ({ path: unitPath({ root }, unit), of: { kind: "unit", unit } })),
    ...units.filter(hasEmbed).map((unit): Shifting => ({ path: embedPath({ id }, unit), of: { kind: "embed", unit } })),
    ...indicatorsWithFigures(numbers).map(
      ({ indicator }): Shifting => ({
        path: `${root}/chi-so/${indicatorSlug(indicator)}/`,
        of: { kind: "indicator", indicator },
      }),
    ),
    ...tableFiles(numbers).map(
      ({ name, resources: [table] }): Shifting => ({ path: tablePath(root, name), of: { kind: "table", table } }),
    ),
    ...parts.map((part): Shifting => ({ path: `${root}/${part}`, of: { kind: "part", part } })),
  ];
}
