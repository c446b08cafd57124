import { relative } from "node:path";
import type { SubjectState } from "@tiendo/schema";
import { userPath } from "../user-path.ts";
import { newPassword, type PasswordOptions } from "../worklist/password.ts";
import { peopleReport } from "../worklist/people-report.ts";
import { type WrittenLists, writeWorklists } from "../worklist/write-worklists.ts";
import { progressLine } from "./progress-line.ts";
import { tellRefusal } from "./tell-refusal.ts";

/** Options of `tiendo worklist`. */
export interface WorklistOptions extends PasswordOptions {
  data: string;
  unit?: string;
  commune?: string[];
  report?: string;
  state?: SubjectState[];
  listDate?: string;
  out?: string;
  force?: boolean;
}

/** Those of step 1: nobody has listed them yet, or their round begins again. */
const statesToList: readonly SubjectState[] = ["to_list", "mismatched"];

/** Writes the worklists of a unit's communes; gives 0 written, 2 refused, 3 a fault of ours. */
export async function worklistCommand(options: WorklistOptions): Promise<0 | 2 | 3> {
  const progress = progressLine();
  try {
    const people = await peopleReport(options.data, options.report);
    const written = await writeWorklists(people, {
      data: options.data,
      unit: options.unit ?? people.report.root_unit,
      communes: options.commune ?? [],
      states: options.state ?? statesToList,
      listDate: options.listDate ?? people.report.as_of,
      out: userPath(options.out),
      password: await newPassword(options),
      force: options.force === true,
      progress: progress.show,
    });
    progress.end();
    tell(written);
    return 0;
  } catch (error) {
    progress.end();
    return tellRefusal(error);
  }
}

function tell({ lists, unplaced }: WrittenLists): void {
  for (const { path, commune, people } of lists)
    console.log(`${relative(userPath("."), path)}: ${commune.full_name}, ${people} người | people`);
  const people = lists.reduce((sum, list) => sum + list.people, 0);
  console.log(
    lists.length === 0
      ? "không có ai cần lập danh sách | nobody has to be listed"
      : `${lists.length} danh sách | lists, ${people} người | people`,
  );
  if (unplaced > 0)
    console.error(
      `${unplaced} người chưa rõ xã nên không có trong danh sách nào | people of no known commune are on no list`,
    );
}
