// Builds the bare Astro site into a folder: `node bare-site.ts OUT PAGES CHARTS`.
import { fileURLToPath } from "node:url";

const [outDir = "", pages = "", charts = ""] = process.argv.slice(2);
process.env.ASTRO_TELEMETRY_DISABLED = "1";
process.env.BARE_PAGES = pages;
process.env.BARE_CHARTS = charts;
const { build } = await import("astro");
await build({ root: fileURLToPath(new URL("../bare-site", import.meta.url)), outDir, logLevel: "warn" });
