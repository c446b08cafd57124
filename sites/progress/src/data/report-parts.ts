import type { Language } from "@tiendo/schema";
import { textsOf } from "../texts/index.ts";
import { hasReturns, hasVaccines, type Report } from "./report.ts";

/** A part of a report: its name, and its address below the report's. */
export interface ReportPart {
  title: string;
  part: string;
}

/** The parts of a report in the order of its navigation. */
export function reportParts(report: Report, lang: Language): ReportPart[] {
  const { nav } = textsOf(lang);
  return [
    { title: nav.overview, part: "" },
    { title: nav.units, part: "don-vi/" },
    { title: nav.indicators, part: "chi-so/" },
    ...(hasVaccines(report) ? [{ title: nav.vaccines, part: "vac-xin/" }] : []),
    { title: nav.quality, part: "chat-luong/" },
    ...(hasReturns(report) ? [{ title: nav.revisions, part: "dieu-chinh/" }] : []),
    { title: nav.data, part: "du-lieu/" },
    { title: nav.method, part: "phuong-phap/" },
  ];
}
