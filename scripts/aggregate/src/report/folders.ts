import { join } from "node:path";

/** Where a report's files live under the data folder. */
export interface Folders {
  data: string;
  /** Raw files and `report.json`, in git. */
  report: string;
  raw: string;
  /** Person-level data, issue lists and the state of the last run; never in git, mode 0700. */
  private: string;
  /** What the site reads: one folder for each `as_of`. */
  published: string;
  /** Every folder ever published, one for each `as_of`, as `deliver` archives and restores them. */
  releases: string;
  reference: string;
}

/** The folders of report `id` under `data`. */
export function foldersOf(data: string, id: string): Folders {
  const report = join(data, "reports", id);
  return {
    data,
    report,
    raw: join(report, "raw"),
    private: join(data, "private", id),
    published: join(data, "published", id),
    releases: join(data, "releases", id),
    reference: join(data, "reference"),
  };
}
