import type { z } from "zod";
import type { LocalText } from "../text.ts";
import { CleaningEvent } from "./cleaning-event.ts";
import { DoseRecord } from "./dose-record.ts";
import { Figure } from "./figure.ts";
import { PersonRecord } from "./person-record.ts";
import { IndicatorReturn, Population, ProgressReturn, StockReturn } from "./returns.ts";
import { ReviewDecision } from "./review-decision.ts";
import { WorklistEntry } from "./worklist-entry.ts";

/** What is known of a kind of rows beside its columns. */
export interface RowKindDefinition {
  schema: z.ZodObject;
  title: LocalText;
  /** Person-level files are taken from `data/private/<id>/raw` only. */
  personLevel: boolean;
  /** What makes two rows one: a later row for the same key takes the earlier one's place. Empty: only `corrects` does. */
  key: readonly string[];
}

/** The kinds of rows that localities send, by name; the name is also that of the tables `raw_<kind>` and so on. */
export const rowKinds = {
  figure: {
    schema: Figure,
    title: { vi: "Con số đã công bố", en: "Published figures" },
    personLevel: false,
    key: ["unit_code", "edition", "as_of", "indicator", "source"],
  },
  person_record: {
    schema: PersonRecord,
    title: { vi: "Danh sách đối tượng tiêm (mỗi dòng một người)", en: "People vaccinated (one row a person)" },
    personLevel: true,
    key: [],
  },
  dose_record: {
    schema: DoseRecord,
    title: { vi: "Danh sách mũi tiêm (mỗi dòng một mũi)", en: "Doses given (one row a dose)" },
    personLevel: true,
    key: [],
  },
  cleaning_event: {
    schema: CleaningEvent,
    title: { vi: "Diễn biến làm sạch theo năm bước", en: "Events of the five cleaning steps" },
    personLevel: true,
    key: [],
  },
  worklist_entry: {
    schema: WorklistEntry,
    title: { vi: "Danh sách cần xác minh", en: "Worklist to verify" },
    personLevel: true,
    key: ["record_key", "list_date"],
  },
  review_decision: {
    schema: ReviewDecision,
    title: { vi: "Phiếu duyệt đề xuất", en: "Decisions on proposals" },
    personLevel: true,
    key: ["proposal_key"],
  },
  progress_return: {
    schema: ProgressReturn,
    title: { vi: "Báo cáo tiến độ làm sạch của đơn vị", en: "Unit returns on cleaning" },
    personLevel: false,
    key: ["unit_code", "edition", "as_of"],
  },
  stock_return: {
    schema: StockReturn,
    title: { vi: "Báo cáo tồn kho vắc xin", en: "Stock returns" },
    personLevel: false,
    key: ["unit_code", "as_of", "vaccine", "lot"],
  },
  indicator_return: {
    schema: IndicatorReturn,
    title: { vi: "Báo cáo chỉ tiêu Đề án 06", en: "Returns on Project 06 indicators" },
    personLevel: false,
    key: ["unit_code", "edition", "as_of", "indicator"],
  },
  population: {
    schema: Population,
    title: { vi: "Dân số theo nhóm tuổi", en: "Population by age group" },
    personLevel: false,
    key: ["unit_code", "edition", "age_group", "population_date"],
  },
} as const satisfies Record<string, RowKindDefinition>;
export type RowKind = keyof typeof rowKinds;
export const rowKindNames = Object.keys(rowKinds) as RowKind[];
