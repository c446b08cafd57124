import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { browserVersion } from "./browser-version.ts";

/** What the browser is started with: nothing that asks anybody for anything. */
export const browserFlags: readonly string[] = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

// It stays as long as the package does: unpacked it has 211 MB.
const cache = fileURLToPath(new URL("../../../../node_modules/.cache/", import.meta.url));
const home = join(cache, `tiendo-browser-${browserVersion()}`);

// It is unpacked by the environment of the process, which has one.
let unpacking: Promise<void> | undefined;

/** The browser of the npm package. It needs no library or font of the machine. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: [...browserFlags] });
}

/** Where that browser lies, unpacked; processes started after this find its libraries and fonts. */
export async function browserPath(): Promise<string> {
  if (!existsSync(home)) unpacking ??= unpack();
  await unpacking;
  const libraries = new Set([join(home, "al2023", "lib"), ...(process.env.LD_LIBRARY_PATH?.split(":") ?? [])]);
  process.env.LD_LIBRARY_PATH = [...libraries].join(":");
  process.env.FONTCONFIG_FILE = join(home, "fonts.conf");
  return join(home, "chromium");
}

/** Unpacks it aside, so that whoever finds it finds it whole. */
async function unpack(): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  const aside = await mkdtemp(`${home}-`);
  try {
    await unpackInto(aside);
    await writeFonts(aside);
    await rename(aside, home);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    // Another process may have come first: what it left is the same.
    if (!existsSync(home)) throw error;
  }
}

/** The package unpacks into the temporary folder, and its own libraries only where it believes it runs on its cloud. */
async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  Object.assign(process.env, { AWS_LAMBDA_JS_RUNTIME: "nodejs24.x", TMPDIR: folder });
  try {
    const { default: packed } = await import("@sparticuz/chromium");
    await packed.executablePath();
  } finally {
    for (const name of Object.keys(process.env)) if (before[name] === undefined) delete process.env[name];
    Object.assign(process.env, before);
  }
}

// The package's own list of font folders names /tmp/fonts, and the browser dies where it finds no font at all.
async function writeFonts(folder: string): Promise<void> {
  const folders = `<dir>${home}/fonts</dir><cachedir>${home}/font-cache</cachedir>`;
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>\n`;
  await writeFile(join(folder, "fonts.conf"), text);
}
