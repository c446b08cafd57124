import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { escapeXml } from "./escape-xml.ts";
import { relativePath } from "./relative-path.ts";

/** What a chart says without being seen; `id` makes the ids in it unique on the page. */
export interface ChartText {
  id: string;
  title: string;
  desc: string;
}

const { document } = parseHTML("<!doctype html><html><body></body></html>");

/**
 * Draws a plot as an SVG text that needs no style in the page and says what it shows.
 * @throws {Error} where Plot warns, since a warned chart misleads (codes read as numbers, points left out)
 */
export function plotSvg(options: Plot.PlotOptions, text: ChartText): string {
  const svg = Plot.plot({ ...options, document: document as unknown as Document }) as unknown as Element;
  if (svg.lastElementChild?.textContent?.startsWith("⚠")) throw new Error(`Plot warns about chart ${text.id}`);
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const element of [svg, ...svg.querySelectorAll("*")]) stripAria(element);
  svg.setAttribute("class", "plot");
  // The stylesheet sets the font.
  svg.removeAttribute("font-family");
  return ownIds(described(light(svg.outerHTML), text), text.id);
}

function light(svg: string): string {
  return rounded(svg).replace(/ d="([^"]*)"/g, (_, path: string) => ` d="${relativePath(path)}"`);
}

/** Places to a tenth of a unit: nobody sees more, and a page has to be light. */
function rounded(svg: string): string {
  const tenth = (number: string) => String(Math.round(Number(number) * 10) / 10);
  return svg.replace(/ (?:d|x|y|x1|x2|y1|y2|cx|cy|width|height|transform)="[^"]*"/g, (attribute) =>
    attribute.replace(/-?\d+\.\d+/g, tenth),
  );
}

// Plot names its groups for screen readers without giving them a role, which axe calls serious.
function stripAria(element: Element): void {
  for (const name of element.getAttributeNames()) if (name.startsWith("aria-")) element.removeAttribute(name);
}

function described(svg: string, { id, title, desc }: ChartText): string {
  const labels = `role="img" aria-labelledby="${id}-title ${id}-desc"`;
  const words = `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(desc)}</desc>`;
  return svg.replace(/^<svg([^>]*)>/, (_, attributes: string) => `<svg${attributes} ${labels}>${words}`);
}

// Plot numbers its clip paths per process, so the same chart would get other bytes and clashing ids.
function ownIds(svg: string, id: string): string {
  const names = [...new Set(svg.match(/plot-clip-\d+/g) ?? [])];
  return names.reduce((text, name, index) => text.replaceAll(name, `${id}-clip${index + 1}`), svg);
}
