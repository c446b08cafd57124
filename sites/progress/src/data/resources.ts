import type { DataResource } from "@tiendo/schema";
import type { Report } from "./report.ts";

/** A published table with its files, in the order of the package. */
export interface TableFiles {
  name: string;
  resources: readonly [DataResource, ...DataResource[]];
}

/** The files of a report by the table that each holds. */
export function tableFiles(report: Pick<Report, "package">): TableFiles[] {
  const byTable = Map.groupBy(report.package.resources, (resource) => resource["tiendo:table"]);
  return [...byTable].flatMap(([name, [first, ...others]]) =>
    first === undefined ? [] : [{ name, resources: [first, ...others] }],
  );
}
