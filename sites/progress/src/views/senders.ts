import { editions, senderStatuses } from "@tiendo/schema";
import { unitName, unitOf } from "../data/lookup.ts";
import { textCell } from "../format/cell-of.ts";
import type { ReportViewed } from "./returns.ts";
import { type NumbersView, unitLine, wordsOf } from "./view.ts";

/** The units whose published folders a report adds up, and what became of each; null where it adds up none. */
export function sendersView(viewed: ReportViewed): NumbersView | null {
  const { report, lang } = viewed;
  if (report.senders.length === 0) return null;
  const words = wordsOf(viewed);
  return {
    table: "sender",
    head: [words.sender, words.edition, words.countedIn, words.outcome, words.why],
    rows: report.senders.map((row) => {
      const unit = unitOf(report, row.unit_code);
      const reason = lang === "vi" ? row.reason_vi : row.reason_en;
      return {
        ...unitLine(viewed, unit),
        title: lang === "vi" ? row.name_vi : row.name_en,
        cells: [editions[row.edition][lang], unitName(unit, lang), senderStatuses[row.status][lang], reason ?? ""].map(
          textCell,
        ),
      };
    }),
  };
}
