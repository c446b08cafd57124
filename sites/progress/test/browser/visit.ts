import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** What went wrong while a page was loaded: requests to other origins, blocked styles, errors. */
export interface Visit {
  page: Page;
  faults: string[];
}

/** Opens a page and listens. The caller closes it. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  const { origin } = new URL(address);
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin) faults.push(`asks ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(address, { waitUntil: "load" });
  return { page, faults };
}

/** Visible text of a page with its white space made single. */
export async function textOf(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<string> {
  const { page } = await visit(browser, address, options);
  const text = await page.locator("body").innerText();
  await page.context().close();
  return text.replace(/\s+/g, " ");
}

/** Violations of WCAG 2.2 AA on a page in both colour schemes as axe finds them, each with its rule and first place. */
export async function violationsOf(browser: Browser, address: string): Promise<string[]> {
  // The policy forbids every script, that of the checker too.
  const { page } = await visit(browser, address, { colorScheme: "light", bypassCSP: true });
  // Closed parts are read as well as open ones.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const light = await new AxeBuilder({ page }).withTags(tags).analyze();
  await page.emulateMedia({ colorScheme: "dark" });
  // Nothing but colours differs in the dark.
  const dark = await new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]).analyze();
  await page.context().close();
  return [...light.violations, ...dark.violations].map(({ id, nodes }) => {
    const [first] = nodes;
    return `${address}: ${id} at ${first?.target.join(" ")} (${first?.failureSummary})`;
  });
}

/** Does a thing for each item, a few at a time, so that two cores are busy. */
export async function forEachOf<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const left = items.map((item, index) => ({ item, index }));
  const work = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) results[next.index] = await act(next.item);
  };
  await Promise.all([work(), work(), work()]);
  return results;
}
