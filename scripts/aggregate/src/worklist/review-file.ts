import type { ProposalKind, ReportDefinition } from "@tiendo/schema";
import { proposalKinds } from "@tiendo/schema";
import type { WorkbookFile } from "../workbook/xlsx/workbook-file.ts";
import { writtenDay } from "./day-words.ts";
import type { ListGroup } from "./list-columns.ts";
import { writeListSheet } from "./list-sheet.ts";
import { PERSONAL_WORDS, SYNTHETIC_WORDS } from "./list-words.ts";

/** A row of `sql/worklist/review_row`. */
export interface ReviewRow {
  proposal_key: string;
  proposal_kind: ProposalKind;
  evidence: string | null;
  first_record: string;
  second_record: string;
  score: string | null;
}

const groups: readonly ListGroup[] = [
  {
    title: { vi: "Đề xuất", en: "Proposal" },
    fill: "D9D9D9",
    open: false,
    columns: [
      ["proposal_key", 22],
      ["proposal_kind", 20],
      ["first_record", 38],
      ["second_record", 38],
      ["evidence", 34],
      ["score", 7],
    ],
  },
  {
    title: { vi: "Người phụ trách quyết định", en: "Decided by the officer in charge" },
    fill: "DDEBF7",
    open: true,
    columns: [
      ["decision", 13],
      ["decided_by", 18],
      ["decided_on", 12],
      ["reason", 24],
    ],
  },
];

/** Fills the workbook in which proposals about who is who are decided. */
export async function fillReview(workbook: WorkbookFile, report: ReportDefinition, rows: readonly ReviewRow[]) {
  const columns = groups.reduce((sum, group) => sum + group.columns.length, 1);
  await writeListSheet(workbook, {
    name: "Phiếu duyệt",
    kind: "review_decision",
    above: linesAbove(report, rows.length),
    groups,
    firstPage: columns,
    repeated: 1,
    rows: rows.map((row) => ({ ...row, proposal_kind: proposalKinds[row.proposal_kind].vi })),
    footer: `&LPhiếu duyệt, số liệu đến ${writtenDay(report.as_of)}&CTrang &P/&N`,
  });
}

function linesAbove(report: ReportDefinition, count: number): string[] {
  return [
    "PHIẾU DUYỆT ĐỀ XUẤT / Proposals to decide",
    `${report.title.vi}. Số liệu đến ${writtenDay(report.as_of)}. Số đề xuất: ${count}. / As of ${report.as_of}, ${count} proposals.`,
    "Chọn “áp dụng”, “bỏ” hoặc “giữ cả hai” ở cột Quyết định; để trống là chưa quyết định. Điểm càng cao càng dễ là một người." +
      "\nChoose “áp dụng” (apply), “bỏ” (discard) or “giữ cả hai” (keep both); blank decides nothing. A higher score is likelier one person.",
    ...(report.synthetic ? [SYNTHETIC_WORDS] : []),
    PERSONAL_WORDS,
  ];
}
