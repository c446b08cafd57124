import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { siteRoot } from "./options.ts";

/** Parts of a report that each of its releases has at an address of its own, as they lie under `src/pages`. */
const parts = [
  "index.astro",
  "don-vi/index.astro",
  "don-vi/[unit].astro",
  "chi-so/index.astro",
  "chi-so/[indicator].astro",
  "vac-xin.astro",
  "chat-luong.astro",
  "dieu-chinh.astro",
  "sua-doi.astro",
  "du-lieu/index.astro",
  "du-lieu/[table].astro",
  "phuong-phap/index.astro",
  "phuong-phap/[kind].astro",
];
const report = "[...lang]/[report]";

/**
 * Draws the same pages for each release as for the newest numbers: `/<report>/ky/<as_of>/…`. Search, frames and contacts are
 * not of a release.
 */
export function releasePages(): AstroIntegration {
  return {
    name: "tiendo-release-pages",
    hooks: {
      "astro:config:setup": ({ injectRoute }) => {
        for (const part of parts) {
          const path = part.replace(/(^|\/)index\.astro$|\.astro$/, "");
          injectRoute({
            pattern: `/${report}/ky/[as_of]/${path}`,
            entrypoint: join(siteRoot, "src/pages", report, part),
          });
        }
      },
    },
  };
}
