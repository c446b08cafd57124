import { readOptions, usage } from "./build/options.ts";
import { buildSite } from "./build/site.ts";

process.env.ASTRO_TELEMETRY_DISABLED = "1";
const options = readOptions(process.argv.slice(2));
if (options === "help") console.log(usage);
else if (typeof options === "string") {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 2;
} else console.log(await buildSite(options));
