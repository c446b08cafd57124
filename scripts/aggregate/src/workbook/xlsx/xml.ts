/** The declaration every part begins with. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const SPECIAL = /[&<>"_\p{Cc}\uFFFE\uFFFF]/u;
// Control characters without tab, line feed, carriage return and the second block, which XML allows.
const FORBIDDEN = /[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as XML character data or an attribute's value. What XML forbids (control characters, U+FFFE) becomes
 * U+FFFD, since one such character makes Excel refuse the whole file; so do halves of surrogate pairs, as UTF-8 is written.
 */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return (
    text
      .replace(FORBIDDEN, "\uFFFD")
      // Excel reads _x000D_ as a carriage return, so the same letters written by someone must be told apart.
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      .replaceAll("\r", "_x000D_")
      .replace(/[&<>"]/g, (found) => ENTITIES[found] ?? found)
  );
}

/** An element without children; `undefined` attributes are left out. */
export function xmlTag(name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}): string {
  const written = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<${name}${written.map(([key, value]) => ` ${key}="${attributeText(String(value))}"`).join("")}/>`;
}

/** XML readers turn a bare line feed within an attribute into a space. */
function attributeText(value: string): string {
  return xmlText(value).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

/** An element with children already written as XML. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: string | readonly string[],
): string {
  const inside = typeof children === "string" ? children : children.join("");
  return `${xmlTag(name, attributes).slice(0, -2)}>${inside}</${name}>`;
}

/** A list element with its count, or nothing where the list is empty, since Excel refuses empty lists. */
export function xmlList(name: string, items: readonly string[]): string {
  return items.length === 0 ? "" : xmlElement(name, { count: items.length }, items);
}
