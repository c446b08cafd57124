import type { Language } from "@tiendo/schema";
import type { APIRoute } from "astro";
import { reportPage } from "../../../../data/paths.ts";
import type { Report } from "../../../../data/report.ts";
import { searchIndex } from "../../../../search/index-of.ts";
import { packIndex } from "../../../../search/packed-index.ts";

export const getStaticPaths = reportPage;

/** The index that the search page reads. */
export const GET: APIRoute<{ lang: Language; report: Report }> = ({ props: { lang, report } }) =>
  new Response(`${JSON.stringify(packIndex(searchIndex(report, lang)))}\n`);
