import { escapeXml } from "../charts/escape-xml.ts";

// The tallest embed page on a phone, a long name and two lines of figures, fits; a narrower frame scrolls.
const HEIGHT = 560;

/** The line of HTML that shows an embed page within another site. */
export function embedCode(address: string, title: string): string {
  const [src, named] = [address, title].map(escapeXml);
  return `<iframe src="${src}" title="${named}" width="100%" height="${HEIGHT}" loading="lazy"></iframe>`;
}
