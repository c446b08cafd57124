import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, proposalKinds, reviewDecisions } from "../vocabulary.ts";
import { corrects } from "./parts.ts";

const evidence = (vi: string, en: string) =>
  z.string().max(1000).nullable().register(columnMeta, { title: { vi, en } });

/**
 * One proposal about who is who, with its evidence, and what a person decided of it. Written without decisions by the
 * cleaning step; filled in and put back into raw/, it is read, remembered and followed in every later run.
 */
export const ReviewDecision = z.strictObject({
  proposal_key: z
    .string()
    .regex(/^[a-z_]+:[0-9a-f]{16}$/)
    .register(columnMeta, {
      title: { vi: "Mã đề xuất", en: "Proposal" },
      example: "same_person:0123456789abcdef",
    }),
  proposal_kind: z
    .enum(codesOf(proposalKinds))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Loại đề xuất", en: "Kind of proposal" },
      values: Object.fromEntries(Object.entries(proposalKinds).map(([code, { vi }]) => [vi.toLowerCase(), code])),
    }),
  evidence: evidence("Căn cứ", "Evidence"),
  first_record: evidence("Hồ sơ thứ nhất", "First record"),
  second_record: evidence("Hồ sơ thứ hai", "Second record"),
  score: evidence("Điểm", "Score"),
  // Most proposals of a list are still open: a blank decision changes nothing.
  decision: z
    .enum(codesOf(reviewDecisions))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Quyết định", en: "Decision" },
      example: "áp dụng",
      values: Object.fromEntries(Object.entries(reviewDecisions).map(([code, { vi }]) => [vi.toLowerCase(), code])),
    }),
  decided_by: evidence("Người quyết định", "Decided by"),
  decided_on: z.iso
    .date()
    .nullable()
    .register(columnMeta, { title: { vi: "Ngày quyết định", en: "Decided on" }, example: "20/04/2022" }),
  reason: evidence("Lý do quyết định", "Reason"),
  corrects: corrects(),
});
export type ReviewDecision = z.infer<typeof ReviewDecision>;
