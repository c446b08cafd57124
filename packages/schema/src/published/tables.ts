import type { z } from "zod";
import type { LocalText } from "../text.ts";
import { CleaningDaily } from "./cleaning-daily.ts";
import { CleaningProgress } from "./cleaning-progress.ts";
import { Coverage } from "./coverage.ts";
import { DoseWeekly } from "./dose-weekly.ts";
import { EntryBacklog } from "./entry-backlog.ts";
import { PublishedEquation } from "./equation.ts";
import { PublishedFigure } from "./figure.ts";
import { Indicator } from "./indicator.ts";
import { IndicatorProgress } from "./indicator-progress.ts";
import { IssueCount } from "./issue-count.ts";
import { Pace, PaceNeeded } from "./pace.ts";
import { PersonIssueCount } from "./person-issue-count.ts";
import { Reconciliation } from "./reconciliation.ts";
import { Restatement } from "./restatement.ts";
import { ReturnCompleteness } from "./return-completeness.ts";
import { ReturnIssueCount } from "./return-issue-count.ts";
import { Revision } from "./revision.ts";
import { RowAccount } from "./row-account.ts";
import { PublishedSender } from "./sender.ts";
import { Signal } from "./signals.ts";
import { DoseDue, StockAndDue, StockLeft } from "./stock-and-due.ts";
import { TotalBound } from "./total-bound.ts";
import { PublishedUnit } from "./unit.ts";
import { WhatBlocks } from "./what-blocks.ts";

/** A table that may be published: nothing else leaves `aggregate`, and the site shows nothing else. */
export interface PublishedTable {
  title: LocalText;
  description: LocalText;
  primaryKey: readonly string[];
  schema: z.ZodObject;
  /** Made from rows of people: absent where a report has none. */
  fromPeople?: true;
  /** Made from returns of units: absent where a report has none. */
  fromReturns?: true;
  /** Made from published folders of other units: absent where a report adds up none. */
  fromFolders?: true;
}

/** Every public table by its name, which is also the name of its files and of its model `published_<name>.sql`. */
export const publishedTables = {
  figure: {
    title: { vi: "Các con số đã công bố", en: "Published figures" },
    description: {
      vi: "Mỗi dòng là một con số như nguồn nêu, kèm tỷ lệ tính lại từ chính các số đó.",
      en: "One row a figure as its source states it, with the percentage computed from its own numbers.",
    },
    primaryKey: ["figure_id"],
    schema: PublishedFigure,
  },
  indicator: {
    title: { vi: "Danh mục chỉ tiêu", en: "Indicators" },
    description: {
      vi: "Mỗi dòng là một chỉ tiêu: đếm cái gì, theo đơn vị nào.",
      en: "One row an indicator: what is counted, in which unit.",
    },
    primaryKey: ["indicator"],
    schema: Indicator,
  },
  unit: {
    title: { vi: "Đơn vị hành chính", en: "Administrative units" },
    description: {
      vi: "Đơn vị gốc của báo cáo, các đơn vị trực thuộc và mọi đơn vị có số liệu.",
      en: "The report's root unit, its children and every unit that has figures.",
    },
    primaryKey: ["unit_code"],
    schema: PublishedUnit,
  },
  equation: {
    title: { vi: "Các phép cộng phải khớp", en: "Sums that must close" },
    description: {
      vi: "Mỗi dòng là một phép cộng giữa các số đã công bố trong một ngày.",
      en: "One row a sum between figures published for one day.",
    },
    primaryKey: ["equation", "unit_code", "as_of"],
    schema: PublishedEquation,
  },
  cleaning_progress: {
    title: { vi: "Tiến độ làm sạch theo đơn vị", en: "Progress of cleaning by unit" },
    description: {
      vi: "Mỗi dòng là một đơn vị: đối tượng phải làm sạch đang ở bước nào, theo nhóm nào.",
      en: "One row a unit: at which step its subjects stand, and of which class.",
    },
    primaryKey: ["unit_code", "scope"],
    schema: CleaningProgress,
    fromPeople: true,
  },
  cleaning_daily: {
    title: { vi: "Làm sạch theo ngày", en: "Cleaning by day" },
    description: {
      vi: "Mỗi dòng là một đơn vị trong một ngày có thay đổi.",
      en: "One row a unit and day with a change.",
    },
    primaryKey: ["unit_code", "day"],
    schema: CleaningDaily,
    fromPeople: true,
  },
  pace: {
    title: { vi: "Tốc độ làm sạch", en: "Pace of cleaning" },
    description: {
      vi: "Mỗi dòng là một đơn vị: làm sạch được bao nhiêu trong 7 và 28 ngày qua, bao giờ xong nếu giữ tốc độ đó.",
      en: "One row a unit: how many were cleaned in the last 7 and 28 days, and when all would be at that pace.",
    },
    primaryKey: ["unit_code"],
    schema: Pace,
    fromPeople: true,
  },
  pace_needed: {
    title: { vi: "Tốc độ cần có để kịp thời hạn", en: "Pace needed for each deadline" },
    description: {
      vi: "Mỗi dòng là một đơn vị và một thời hạn: mỗi ngày phải làm sạch bao nhiêu người.",
      en: "One row a unit and deadline: how many people must be cleaned a day.",
    },
    primaryKey: ["unit_code", "deadline_on"],
    schema: PaceNeeded,
    fromPeople: true,
  },
  what_blocks: {
    title: { vi: "Vướng ở khâu nào", en: "What blocks the cleaning" },
    description: {
      vi: "Mỗi dòng là một đơn vị và một lý do: bao nhiêu đối tượng chưa làm sạch vì chờ khâu đó, theo nhóm.",
      en: "One row a unit and reason: how many subjects are not cleaned because they wait for it, by class.",
    },
    primaryKey: ["unit_code", "scope", "reason"],
    schema: WhatBlocks,
    fromPeople: true,
  },
  person_issue_count: {
    title: { vi: "Vấn đề của dữ liệu về người, theo đơn vị", en: "Issues in rows about people, by unit" },
    description: {
      vi: "Mỗi dòng là một đơn vị và một quy tắc: bao nhiêu người, bao nhiêu dòng vi phạm.",
      en: "One row a unit and rule: how many people and how many rows break it.",
    },
    primaryKey: ["unit_code", "scope", "code"],
    schema: PersonIssueCount,
    fromPeople: true,
  },
  coverage: {
    title: { vi: "Bao phủ vắc xin", en: "Coverage" },
    description: {
      vi: "Mỗi dòng là một đơn vị, nhóm tuổi, giới tính và loại mũi: bao nhiêu người đã tiêm, trên dân số.",
      en: "One row a unit, age group, sex and kind of dose: how many people have had it, of the population.",
    },
    primaryKey: ["unit_code", "scope", "age_group", "sex", "reached"],
    schema: Coverage,
    fromPeople: true,
  },
  dose_weekly: {
    title: { vi: "Số mũi tiêm theo tuần", en: "Doses by week" },
    description: {
      vi: "Mỗi dòng là một đơn vị, một tuần, một loại vắc xin và loại mũi.",
      en: "One row a unit, week, vaccine and kind of dose.",
    },
    primaryKey: ["unit_code", "scope", "week", "vaccine", "dose_kind"],
    schema: DoseWeekly,
    fromPeople: true,
  },
  entry_backlog: {
    title: { vi: "Mũi tiêm chưa nhập và thời gian nhập", en: "Doses not entered, and days to entry" },
    description: {
      vi: "Mỗi dòng là một đơn vị: số mũi theo báo cáo của đơn vị, đặt cạnh số mũi có trong dữ liệu và số ngày từ khi tiêm đến khi nhập.",
      en: "One row a unit: doses by its own return, beside the doses in records and the days from dose to entry.",
    },
    primaryKey: ["unit_code"],
    schema: EntryBacklog,
    fromPeople: true,
  },
  dose_due: {
    title: { vi: "Người đến hạn tiêm mũi tiếp theo", en: "People due for their next dose" },
    description: {
      vi: "Mỗi dòng là một đơn vị và một loại mũi: bao nhiêu người đã đủ thời gian để tiêm.",
      en: "One row a unit and kind of dose: how many people have waited long enough for it.",
    },
    primaryKey: ["unit_code", "scope", "dose_kind"],
    schema: DoseDue,
    fromPeople: true,
  },
  stock_left: {
    title: { vi: "Vắc xin còn tồn", en: "Vaccine that remains" },
    description: {
      vi: "Mỗi dòng là một đơn vị, một loại vắc xin và một hạn dùng, theo báo cáo tồn kho mới nhất.",
      en: "One row a unit, vaccine and expiry, by the latest stock returns.",
    },
    primaryKey: ["unit_code", "scope", "vaccine", "expiry"],
    schema: StockLeft,
    fromPeople: true,
  },
  stock_and_due: {
    title: { vi: "Vắc xin còn tồn và người đến hạn tiêm", en: "Vaccine left against people due" },
    description: {
      vi: "Mỗi dòng là một đơn vị: còn bao nhiêu vắc xin, bao nhiêu người đến hạn, có tiêm chậm không.",
      en: "One row a unit: how much vaccine is left, how many people are due, and whether it is slow.",
    },
    primaryKey: ["unit_code"],
    schema: StockAndDue,
    fromPeople: true,
  },
  return_completeness: {
    title: { vi: "Báo cáo của các đơn vị: đủ và đúng hạn", en: "Returns: complete and in time" },
    description: {
      vi: "Mỗi dòng là một đơn vị và một kỳ báo cáo: các đơn vị trực thuộc đã gửi đủ chưa, có đúng hạn không.",
      en: "One row a unit and day: how many of its children have sent their return, and how many in time.",
    },
    primaryKey: ["unit_code", "return_as_of"],
    schema: ReturnCompleteness,
    fromReturns: true,
  },
  return_issue_count: {
    title: { vi: "Vấn đề trong báo cáo của các đơn vị", en: "Issues in returns, by unit" },
    description: {
      vi: "Mỗi dòng là một đơn vị, một loại báo cáo và một quy tắc: bao nhiêu dòng báo cáo vi phạm.",
      en: "One row a unit, kind of return and rule: how many rows of returns break it.",
    },
    primaryKey: ["unit_code", "scope", "kind", "code"],
    schema: ReturnIssueCount,
    fromReturns: true,
  },
  restatement: {
    title: { vi: "Số liệu báo cáo đã điều chỉnh", en: "Restated numbers" },
    description: {
      vi: "Mỗi dòng là một số mà báo cáo gửi lại nêu khác lần trước; bản mới nhất được dùng.",
      en: "One row a number that a return sent again states otherwise; the latest one counts.",
    },
    primaryKey: ["unit_code", "kind", "item", "return_as_of", "version"],
    schema: Restatement,
    fromReturns: true,
  },
  indicator_progress: {
    title: { vi: "Tiến độ các chỉ tiêu Đề án 06", en: "Progress of the indicators of Project 06" },
    description: {
      vi: "Mỗi dòng là một đơn vị và một chỉ tiêu: báo cáo mới nhất, tốc độ, hạn hoàn thành và đánh giá.",
      en: "One row a unit and indicator: its latest return, the pace, the due date and a verdict.",
    },
    primaryKey: ["unit_code", "indicator"],
    schema: IndicatorProgress,
    fromReturns: true,
  },
  signals: {
    title: { vi: "Dấu hiệu bất thường", en: "Signals" },
    description: {
      vi: "Mỗi dòng là một điểm cần xem lại trong số liệu của một đơn vị: giá trị và giá trị đối chiếu.",
      en: "One row a thing worth a look in a unit's numbers: what was found, against what was expected.",
    },
    primaryKey: ["unit_code", "code", "day", "item"],
    schema: Signal,
    fromPeople: true,
    fromReturns: true,
  },
  reconciliation: {
    title: { vi: "Số báo cáo và số tính được", en: "Reported and computed" },
    description: {
      vi: "Mỗi dòng là một số mà báo cáo hoặc con số đã công bố nêu, đặt cạnh số tính được.",
      en: "One row a number that a return or a figure states, beside the one computed.",
    },
    primaryKey: ["claim", "measure", "basis", "indicator"],
    schema: Reconciliation,
    fromReturns: true,
  },
  revision: {
    title: { vi: "Số đã đổi so với kỳ công bố trước", en: "Numbers changed since the release before" },
    description: {
      vi: "Mỗi dòng là một số về ngày đã qua mà kỳ công bố trước nêu khác: trước, sau và lý do.",
      en: "One row a number on a past day that the release before states otherwise: before, after and the reason.",
    },
    primaryKey: ["table_name", "unit_code", "day", "item", "column_name"],
    schema: Revision,
  },
  sender: {
    title: { vi: "Đơn vị gửi thư mục công bố", en: "Senders of published folders" },
    description: {
      vi: "Mỗi dòng là một đơn vị có số liệu được cộng vào báo cáo này: đã gửi chưa, chữ ký có đúng không.",
      en: "One row a unit whose numbers this report adds up: whether it has sent its folder, and whether the signature holds.",
    },
    primaryKey: ["edition", "sender_code"],
    schema: PublishedSender,
    fromFolders: true,
  },
  total_bound: {
    title: { vi: "Khoảng của các tổng chưa nêu được", en: "Bounds of totals that cannot be told" },
    description: {
      vi: "Mỗi dòng là một tổng có phần bị ẩn hoặc chưa báo cáo: ít nhất và nhiều nhất là bao nhiêu.",
      en: "One row a total of which a part is hidden or not reported: how much it is at least and at most.",
    },
    primaryKey: ["table_name", "unit_code", "item", "column_name"],
    schema: TotalBound,
    fromFolders: true,
  },
  row_account: {
    title: { vi: "Sổ dòng dữ liệu", en: "Account of rows" },
    description: {
      vi: "Mỗi dòng là một tệp đầu vào và kết cục của từng dòng trong tệp.",
      en: "One row an input file, with what became of each of its rows.",
    },
    primaryKey: ["input_file"],
    schema: RowAccount,
  },
  issue_count: {
    title: { vi: "Vấn đề của dữ liệu", en: "Issues found" },
    description: {
      vi: "Số dòng vi phạm từng quy tắc, theo tệp và cột.",
      en: "Rows that break each rule, by file and column.",
    },
    primaryKey: ["input_file", "code", "column_name"],
    schema: IssueCount,
  },
} as const satisfies Record<string, PublishedTable>;
export type PublishedTableName = keyof typeof publishedTables;
