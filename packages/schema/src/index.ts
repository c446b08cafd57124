export type { Cells } from "./cell.ts";
export { checkSelect } from "./check-select.ts";
export { type Check, type CompiledColumn, checksFor, oneDigit } from "./checks.ts";
export { type Column, columnsOf } from "./column.ts";
export { type ColumnMeta, columnMeta, type Failure } from "./column-meta.ts";
export { DataField, DataInput, DataModel, DataPackage, DataResource } from "./data-package.ts";
export { expectedOf } from "./expected.ts";
export { type CleaningStep, fiveSteps } from "./five-steps.ts";
export { fillMessage, type IssueCode, type IssueDefinition, isIssueCode, issueCodes, issueOf } from "./issue-codes.ts";
export { CleaningDaily } from "./published/cleaning-daily.ts";
export { CleaningProgress } from "./published/cleaning-progress.ts";
export { Coverage } from "./published/coverage.ts";
export { DoseWeekly } from "./published/dose-weekly.ts";
export { EntryBacklog } from "./published/entry-backlog.ts";
export { PublishedEquation } from "./published/equation.ts";
export { PublishedFigure } from "./published/figure.ts";
export { Indicator } from "./published/indicator.ts";
export { IndicatorProgress } from "./published/indicator-progress.ts";
export { IssueCount } from "./published/issue-count.ts";
export { Pace, PaceNeeded } from "./published/pace.ts";
export { PersonIssueCount } from "./published/person-issue-count.ts";
export { Reconciliation } from "./published/reconciliation.ts";
export { Restatement } from "./published/restatement.ts";
export { ReturnCompleteness } from "./published/return-completeness.ts";
export { ReturnIssueCount } from "./published/return-issue-count.ts";
export { Revision } from "./published/revision.ts";
export { RowAccount } from "./published/row-account.ts";
export { PublishedSender } from "./published/sender.ts";
export { Signal } from "./published/signals.ts";
export { DoseDue, StockAndDue, StockLeft } from "./published/stock-and-due.ts";
export { type PublishedTable, type PublishedTableName, publishedTables } from "./published/tables.ts";
export { TotalBound } from "./published/total-bound.ts";
export { PublishedUnit } from "./published/unit.ts";
export { WhatBlocks } from "./published/what-blocks.ts";
export {
  DEFAULT_MIN_POPULATION,
  defaultDepth,
  depthLevels,
  ReportDefinition,
  type ReportEvent,
  type Sender,
  type TableWithDepth,
  tablesWithDepth,
} from "./report-definition.ts";
export { CleaningEvent } from "./rows/cleaning-event.ts";
export { DoseRecord } from "./rows/dose-record.ts";
export { Figure } from "./rows/figure.ts";
export { PersonDose, PersonRecord } from "./rows/person-record.ts";
export { IndicatorReturn, Population, ProgressReturn, StockReturn } from "./rows/returns.ts";
export { ReviewDecision } from "./rows/review-decision.ts";
export { type RowKind, type RowKindDefinition, rowKindNames, rowKinds } from "./rows/row-kinds.ts";
export { WorklistEntry } from "./rows/worklist-entry.ts";
export { identifier, literal } from "./sql-text.ts";
export { replacedName, standingFolders } from "./standing-folders.ts";
export { type Language, LocalText, languages } from "./text.ts";
export { UncompilableError } from "./uncompilable-error.ts";
export { type VaccineCode, vaccineNames, vaccines } from "./vaccines.ts";
export {
  ageGroups,
  type BlockReason,
  blockReasons,
  type CellStatus,
  cellStatuses,
  claimMeasures,
  cleaningResults,
  cleaningSteps,
  codesOf,
  type DatePrecision,
  type DoseKind,
  datePrecisions,
  doseKinds,
  type Edition,
  type Effect,
  type Explanation,
  editions,
  effects,
  explanations,
  type FileStatus,
  fileStatuses,
  type IndicatorKind,
  type IndicatorVerdict,
  indicatorKinds,
  indicatorVerdicts,
  type Level,
  levels,
  type MeasureUnit,
  measureUnits,
  type ProposalKind,
  proposalKinds,
  type Qualifier,
  qualifiers,
  type Reached,
  type RevisionReason,
  reachedDoses,
  residenceKinds,
  reviewDecisions,
  revisionReasons,
  type SenderStatus,
  type Sex,
  type SubjectState,
  senderStatuses,
  sexes,
  subjectStates,
  type Verdict,
  verdicts,
} from "./vocabulary.ts";
export { type ZodJudge, zodJudge } from "./zod-issues.ts";
