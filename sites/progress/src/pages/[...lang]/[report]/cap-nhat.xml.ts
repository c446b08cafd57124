import type { Language } from "@tiendo/schema";
import type { APIRoute } from "astro";
import { reportPage } from "../../../data/paths.ts";
import type { Report } from "../../../data/report.ts";
import { atom } from "../../../feed/atom.ts";
import { releaseFeed } from "../../../feed/releases.ts";

export const getStaticPaths = reportPage;

/** The feed of a report's releases. */
export const GET: APIRoute<{ lang: Language; report: Report }> = ({ props: { lang, report }, site }) =>
  new Response(atom(releaseFeed(report, lang, site)));
