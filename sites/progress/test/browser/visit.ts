import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";

/** What went wrong while a page was loaded: requests to other origins, blocked styles, errors. */
export interface Visit {
  page: Page;
  faults: string[];
}

/** Opens a page in a context of its own and listens. The caller closes the context. */
export async function visit(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = listen(page, new URL(address).origin);
  await page.goto(address, { waitUntil: "load" });
  return { page, faults };
}

function listen(page: Page, origin: string): string[] {
  const faults: string[] = [];
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
  return faults;
}

/**
 * Loads every address in a few tabs of one context and tells what `look` and the listener find, each with its address.
 * Tabs and cache are kept from page to page, which is several times as fast as a context a page.
 */
export async function faultsOf(
  browser: Browser,
  addresses: readonly string[],
  look: (page: Page) => Promise<string[]>,
  options: BrowserContextOptions = {},
): Promise<string[]> {
  const context = await browser.newContext(options);
  const left = [...addresses];
  const found: string[] = [];
  const work = async () => {
    const page = await context.newPage();
    const faults = listen(page, new URL(addresses[0] ?? "").origin);
    for (let address = left.shift(); address !== undefined; address = left.shift()) {
      await page.goto(address, { waitUntil: "load" });
      const seen = [...(await look(page)), ...faults.splice(0)];
      found.push(...seen.map((fault) => `${address}: ${fault}`));
    }
  };
  await Promise.all([work(), work(), work()]);
  await context.close();
  return found;
}

/** What of a page lies outside a screen 320 px wide, and words that are torn from their line, which has lost the gap before. */
export async function sideways(page: Page): Promise<string[]> {
  const { width, torn } = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    torn: [...document.querySelectorAll(".joined")].flatMap(({ parentElement, textContent }) =>
      parentElement !== null && /flex|grid/.test(getComputedStyle(parentElement).display) ? [textContent] : [],
    ),
  }));
  return [...(width > 320 ? [`is ${width} px wide`] : []), ...torn.map((word) => `tears ${word} from its line`)];
}

/** Visible text of one place of a visited page with its white space made single. */
export async function textIn({ page }: Visit, place: string): Promise<string> {
  return (await page.locator(place).innerText()).replace(/\s+/g, " ");
}

/** Visible text of a page with its white space made single. */
export async function textOf(browser: Browser, address: string): Promise<string> {
  const opened = await visit(browser, address);
  const text = await textIn(opened, "body");
  await opened.page.context().close();
  return text;
}

/** Violations of WCAG 2.2 AA on pages in both colour schemes as axe finds them, each with its rule and first place. */
export function violationsOf(browser: Browser, addresses: readonly string[]): Promise<string[]> {
  // The policy forbids every script, that of the checker too.
  return faultsOf(browser, addresses, violations, { bypassCSP: true });
}

/** The same on a page as it stands, which was opened without its policy. */
export async function violations(page: Page): Promise<string[]> {
  // Closed parts are read as well as open ones; of a list of SQL statements the first, since the others repeat its markup.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>("details:not(.models li + li details)")) {
      details.open = true;
    }
  });
  await page.evaluate(axe.source);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await page.evaluate(violated, [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
  ]);
  await page.emulateMedia({ colorScheme: "dark" });
  // Nothing but colours differs in the dark.
  const dark = await page.evaluate(violated, ["color-contrast", "link-in-text-block"]);
  return [...light, ...dark];
}

/** Runs in the page: the rules that it breaks of those named, or of those that have one of the tags named. */
async function violated(names: string[]): Promise<string[]> {
  const checker = (window as unknown as { axe: typeof axe }).axe;
  // What holds is not wanted; to describe it takes longer than to find it out.
  const { violations } = await checker.run({ runOnly: names, resultTypes: ["violations"], iframes: false });
  return violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(" ")} (${nodes[0]?.failureSummary})`);
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
