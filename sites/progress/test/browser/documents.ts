import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { filesUnder } from "../../scripts/build/files.ts";

/** A page of the built site as a document; `address` is relative to the base. */
export interface PageDocument {
  address: string;
  html: string;
  document: Document;
}

// Reading hundreds of pages takes a second or two, and a built site stays as it is while it is tested.
const readSites = new Map<string, PageDocument[]>();

/** The pages of a built site, read once. */
export function documentsOf(out: string): PageDocument[] {
  const pages = readSites.get(out) ?? readPages(out);
  readSites.set(out, pages);
  return pages;
}

function readPages(out: string): PageDocument[] {
  return filesUnder(out)
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const html = readFileSync(join(out, file), "utf8");
      return {
        address: file.replace(/index\.html$/, ""),
        html,
        document: parseHTML(html).document as unknown as Document,
      };
    });
}

/** Links within the site that lead nowhere: no such file, or no such anchor on the page. */
export function deadLinks(out: string, base: string): string[] {
  const pages = documentsOf(out);
  const anchors = new Map(pages.map(({ address, document }) => [address, new Set(idsOf(document))]));
  return pages.flatMap(({ address, document }) =>
    ["href", "src", "action"]
      .flatMap((name) => [...document.querySelectorAll(`[${name}]`)].map((element) => element.getAttribute(name) ?? ""))
      .filter((href) => !/^https?:/.test(href))
      .filter((href) => !resolves(href, address, { out, base, anchors }))
      .map((href) => `${address}: ${href}`),
  );
}

interface Site {
  out: string;
  base: string;
  anchors: Map<string, Set<string>>;
}

function resolves(href: string, address: string, { out, base, anchors }: Site): boolean {
  const [path = "", anchor] = href.split("#");
  if (path !== "" && !path.startsWith(base)) return false;
  const target = path === "" ? address : path.slice(base.length);
  const file = target === "" || target.endsWith("/") ? `${target}index.html` : target;
  if (!existsSync(join(out, file))) return false;
  return anchor === undefined || anchors.get(target)?.has(decodeURIComponent(anchor)) === true;
}

export function idsOf(document: Document): string[] {
  return [...document.querySelectorAll("[id]")].map(({ id }) => id);
}

/** Levels of a page's headings in order: [1, 2, 3]. */
export function headingLevels(document: Document): number[] {
  return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map(({ tagName }) => Number(tagName.slice(1)));
}
