import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { filesUnder } from "../../scripts/build/files.ts";
import type { PageDocument } from "./documents.ts";

/** What a reader's first visit of a page costs on the wire, in bytes as the portal packs them. */
export interface PageWeight {
  address: string;
  /** The page and its styles: all that is needed to read it. */
  read: number;
  /** That, its scripts and every font it may ask for. */
  visit: number;
  /** Requests besides those for fonts. */
  requests: number;
}

/** Weighs pages of a built site; what they share is packed once. */
export function weigher(out: string, base: string): (page: PageDocument) => PageWeight {
  const fonts = filesUnder(out).filter((file) => file.endsWith(".woff2"));
  // Packed already.
  const ofFonts = fonts.reduce((sum, file) => sum + readFileSync(join(out, file)).length, 0);
  const known = new Map<string, number>();
  const weightOf = (href: string) => {
    const weight = known.get(href) ?? packedSize(readFileSync(join(out, href.slice(base.length))));
    known.set(href, weight);
    return weight;
  };
  return ({ address, html, document }) => {
    const styles = hrefs(document, 'link[rel="stylesheet"]', "href");
    const others = [...hrefs(document, "script[src]", "src"), ...hrefs(document, "img[src]", "src")];
    const read = packedSize(Buffer.from(html)) + sum(styles.map(weightOf));
    const visit = read + sum(others.map(weightOf)) + ofFonts;
    return { address, read, visit, requests: 1 + styles.length + others.length };
  };
}

/** Bytes of a file as the portal sends it. */
export function packedSize(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}

function hrefs(document: Document, selector: string, name: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? "");
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

const KILOBYTE = 1024;

/** Pages above their budget. A first visit costs at most 90 KB; a unit's page is read within 20 KB and three requests. */
export function overweight(weights: readonly PageWeight[]): PageWeight[] {
  return weights.filter(({ address, read, visit, requests }) => {
    const unit = /don-vi\/[^/]+\/$/.test(address);
    return visit > 90 * KILOBYTE || (unit && (read > 20 * KILOBYTE || requests > 3));
  });
}
