import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { siteRoot } from "../scripts/build/options.ts";
import { workFolder } from "./browser/built-site.ts";

const folder = workFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Two at once, as tests and the build of a site may be.
const script = `
import { browserPath, launchBrowser } from "./scripts/browser/chromium.ts";
const browsers = await Promise.all([launchBrowser(), launchBrowser()]);
const page = await browsers[0].newPage();
await page.setContent("<h1>Tiến độ</h1>");
console.log(await page.textContent("h1"), process.env.TMPDIR, (await browserPath()).startsWith(process.env.TMPDIR));
await Promise.all(browsers.map((browser) => browser.close()));
`;

test("the browser leaves nothing in the temporary folder, where it is not unpacked", () => {
  const temporary = join(folder, "temporary");
  mkdirSync(temporary);
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: siteRoot,
    env: { ...process.env, TMPDIR: temporary },
    encoding: "utf8",
  });
  expect([status, stdout], stderr).toEqual([0, `Tiến độ ${temporary} false\n`]);
  expect(readdirSync(temporary)).toEqual([]);
});
