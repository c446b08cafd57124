import { xmlText } from "./xml-text.ts";

/** The attributes of one tag, by name with their namespace prefix. */
export type Attributes = Map<string, string>;

const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** The tags of one name in a small part, in order, whatever their namespace prefix. */
export function xmlTags(xml: string, name: string): Attributes[] {
  const tag = new RegExp(`<(?:[\\w.-]+:)?${name}((?:\\s+[\\w:.-]+\\s*=\\s*(?:"[^"]*"|'[^']*'))*)\\s*/?>`, "g");
  return [...xml.matchAll(tag)].map(([, inside = ""]) => attributesOf(inside));
}

/** What stands between the first opening and closing tag of a name; empty where it is missing. */
export function xmlInside(xml: string, name: string): string {
  return new RegExp(`<((?:[\\w.-]+:)?)${name}(?:\\s[^>]*)?>(.*?)</\\1${name}>`, "s").exec(xml)?.[2] ?? "";
}

function attributesOf(inside: string): Attributes {
  return new Map(
    [...inside.matchAll(ATTRIBUTE)].map(([, key = "", double, simple]) => [key, xmlText(double ?? simple ?? "")]),
  );
}
