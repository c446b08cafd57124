import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readManifest } from "../build/manifest.ts";
import { siteRoot } from "../build/options.ts";

/** What is served, and where. `port` is tried first, then the next free one. */
export interface ServeOptions {
  out: string;
  base: string;
  port: number;
}

export const usage = `Serves the built site on this machine only (127.0.0.1).

  node scripts/serve.ts [--port 4321] [--out DIR]

  --port  port to try first, then the next free one; default 4321
  --out   folder to serve; default sites/progress/dist
  --help  this text`;

/** The options of a command line, "help", or what is wrong with it. */
export function readOptions(argv: string[]): ServeOptions | string {
  try {
    const text = { type: "string" } as const;
    const options = { port: text, out: text, help: { type: "boolean" } } as const;
    const { values } = parseArgs({ args: argv, options });
    return values.help ? "help" : checked(values);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function checked(values: { port?: string; out?: string }): ServeOptions | string {
  const port = Number(values.port ?? 4321);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return `--port is ${values.port}; expected 0 to 65535`;
  const out = resolve(values.out ?? join(siteRoot, "dist"));
  if (!existsSync(out)) return `${out} is not built; run: npm run build`;
  return { out, base: readManifest(out)?.base ?? "/", port };
}
