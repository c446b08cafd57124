import { readFileSync } from "node:fs";
import { z } from "zod";
import { DeliverRefusal } from "../refusal.ts";

const Built = z.looseObject({ base: z.string() });

/** The path that a site was built for, as its build noted beside it; null where it noted nothing. */
export function builtBase(dist: string): string | null {
  try {
    return Built.parse(JSON.parse(readFileSync(`${dist.replace(/\/$/, "")}.manifest.json`, "utf8"))).base;
  } catch {
    // A site that came without the note is judged page by page, once it is public.
    return null;
  }
}

/** @throws {DeliverRefusal} where the site was built for another path than the portal's: none of its links would work */
export function refuseOtherBase(dist: string, url: URL): void {
  const base = builtBase(dist);
  if (base === null || base === url.pathname) return;
  throw new DeliverRefusal(
    dist,
    `trang dựng cho ${base}, còn --url là ${url.pathname}; hãy dựng lại: npm run build -- --base ${url.pathname}`,
    `the site was built for ${base} and --url says ${url.pathname}; build again: npm run build -- --base ${url.pathname}`,
  );
}
