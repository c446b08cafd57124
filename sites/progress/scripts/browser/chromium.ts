import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** What the browser is started with: nothing that asks anybody for anything. */
export const browserFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The browser of the npm package, in a folder of its own. It needs no library or font of the machine. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: [...browserFlags] });
}

/** Where that browser lies, unpacked; processes started after this find its libraries and fonts. */
export async function browserPath(): Promise<string> {
  const home = mkdtempSync(join(tmpdir(), "tiendo-browser-"));
  // Read when the package is loaded: it takes its own libraries only where it believes it runs on its cloud.
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: "nodejs24.x", TMPDIR: home, FONTCONFIG_FILE: fontsOf(home) });
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

// The package's own list of font folders names /tmp/fonts, and the browser dies where it finds no font at all.
function fontsOf(home: string): string {
  const path = join(home, "fonts.conf");
  const folders = `<dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir>`;
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>\n`,
  );
  return path;
}
