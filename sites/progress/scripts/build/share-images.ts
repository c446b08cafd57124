import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { languages } from "@tiendo/schema";
import type { Page } from "playwright-core";
import { type Report, readReports } from "../../src/data/report.ts";
import { type Card, shareCard } from "../../src/share/share-card.ts";
import { imagePath, shareSize, unitsWithImages } from "../../src/share/share-image.ts";
import { launchBrowser } from "../browser/chromium.ts";
import { cardStyle } from "./card-style.ts";

/** Draws the picture of each report and province in each language into a built site; returns how many. */
export async function drawShareImages(published: string, out: string): Promise<number> {
  const cards = readReports(published).flatMap(cardsOf);
  const style = cardStyle();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: shareSize, colorScheme: "light" });
    for (const card of cards) await draw(page, shareCard(card, style), join(out, imagePath(card)));
  } finally {
    await browser.close();
  }
  return cards.length;
}

function cardsOf(report: Report): Card[] {
  return languages.flatMap((lang) => [
    { report, lang },
    ...unitsWithImages(report).map((unit) => ({ report, lang, unit })),
  ]);
}

async function draw(page: Page, html: string, path: string): Promise<void> {
  await page.setContent(html);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  mkdirSync(dirname(path), { recursive: true });
  await page.screenshot({ path });
}
