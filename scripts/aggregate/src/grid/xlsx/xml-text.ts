const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text of XML character data: entities, CDATA and Excel's `_x000D_` resolved. */
export function xmlText(xml: string): string {
  const plain = xml.includes("<![CDATA[") ? xml.replaceAll(/<!\[CDATA\[(.*?)\]\]>/gs, (_, data) => escaped(data)) : xml;
  const text = plain.includes("&") ? plain.replaceAll(/&(#x[\da-f]+|#\d+|\w+);/gi, entity) : plain;
  return text.includes("_x")
    ? text.replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
    : text;
}

function escaped(data: string): string {
  return data.replaceAll("&", "&amp;");
}

function entity(found: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name] ?? found;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code <= 0x10ffff ? String.fromCodePoint(code) : found;
}

/**
 * The text of a shared or inline string: its runs joined, without the phonetic runs of East Asian workbooks.
 * @param prefix namespace prefix of the part's tags, such as `x:`; mostly empty
 */
export function richText(xml: string, prefix: string): string {
  const runs = xml.includes(`<${prefix}rPh`)
    ? xml.replaceAll(new RegExp(`<${prefix}rPh[ >].*?</${prefix}rPh>`, "gs"), "")
    : xml;
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  let text = "";
  for (let at = runs.indexOf(open); at >= 0; at = runs.indexOf(open, at)) {
    const start = runs.indexOf(">", at) + 1;
    const next = runs[at + open.length];
    at = start;
    if (start === 0) break;
    if ((next !== ">" && next !== " ") || runs[start - 2] === "/") continue;
    const end = runs.indexOf(close, start);
    if (end < 0) break;
    text += xmlText(runs.slice(start, end));
    at = end;
  }
  return text;
}

/** The value of an attribute in the inside of a tag; null where it has none. */
export function attribute(tag: string, name: string): string | null {
  const at = tag.indexOf(` ${name}=`);
  if (at < 0) return null;
  const quote = tag[at + name.length + 2] ?? "";
  const end = tag.indexOf(quote, at + name.length + 3);
  return end < 0 ? null : tag.slice(at + name.length + 3, end);
}
