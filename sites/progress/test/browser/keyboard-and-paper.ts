import type { Page } from "playwright-core";

/**
 * Presses Tab through a page: what should have been met, and what was, each as a number in the order of the page with
 * the name of its element and whether its focus can be seen.
 */
export async function walk(page: Page): Promise<{ expected: string[]; found: string[] }> {
  const expected = await page.evaluate(() => {
    const stops = [...document.querySelectorAll("a[href], summary, input, button, [tabindex='0']")].filter((element) =>
      element.checkVisibility(),
    );
    for (const [index, stop] of stops.entries()) stop.setAttribute("data-stop", `${index} ${stop.tagName}`);
    return stops.map((stop) => `${stop.getAttribute("data-stop")} seen`);
  });
  const found: string[] = [];
  while (found.length < expected.length) {
    await page.keyboard.press("Tab");
    found.push(await page.evaluate(stopWithFocus));
  }
  return { expected, found };
}

function stopWithFocus(): string {
  const { activeElement: stop } = document;
  if (stop === null) return "none";
  const { outlineStyle, outlineWidth } = getComputedStyle(stop);
  const { top, bottom } = stop.getBoundingClientRect();
  const onScreen = bottom > 0 && top < window.innerHeight;
  const seen = outlineStyle === "solid" && Number.parseFloat(outlineWidth) >= 2 && onScreen;
  return `${stop.getAttribute("data-stop")} ${seen ? "seen" : "unseen"}`;
}

/** Links out of the site whose address would not be printed. */
export function unspelt(page: Page): Promise<string[]> {
  return page.locator("main a[href^='http']").evaluateAll((links) =>
    links
      .filter((link) => link.checkVisibility())
      .filter((link) => !getComputedStyle(link, "::after").content.includes(link.getAttribute("href") ?? ""))
      .map((link) => link.outerHTML),
  );
}
