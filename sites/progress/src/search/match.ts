import { accentless, canonical } from "@tiendo/units/fold";
import type { SearchEntry, SearchIndex } from "./search-index.ts";

/** What is shown of a thing found: `context` tells it from others of its name. */
export interface Found {
  title: string;
  path: string;
  context: string;
}

/** A thing that can be found with its words ready to be compared; each text begins with a space, as each of its words does. */
export interface Findable extends Found {
  /** The title with its accents. */
  spelt: string;
  /** The title without accents. */
  plain: string;
  /** The words around it without accents, and its code. */
  around: string;
}

// As people write them; one letter needs no entry, since "p" begins "phường".
const abbreviations: Readonly<Record<string, string>> = { tp: "thanh pho", tx: "thi xa", tt: "thi tran" };

/** Makes an index ready to be searched: done once, since it is most of the work. */
export function findables(index: SearchIndex): Findable[] {
  const things: Findable[] = [];
  for (const entry of index) things.push(findable(entry, things));
  return things;
}

// A unit stands behind the one it belongs to, whose words are ready by then.
function findable([title, path, context = ""]: SearchEntry, before: readonly Findable[]): Findable {
  const spelt = ` ${canonical(title)}`;
  const plain = accentless(spelt);
  const code = ` ${/^don-vi\/0*(\d+)/.exec(path)?.[1] ?? ""}`;
  if (typeof context === "string") {
    return { title, path, context, spelt, plain, around: ` ${accentless(canonical(context))}${code}` };
  }
  const above = before[context];
  if (above === undefined)
    throw new RangeError(`entry ${path} belongs to entry ${context}, which does not stand before it`);
  const wider = above.context === "" ? above.title : `${above.title}, ${above.context}`;
  return { title, path, context: wider, spelt, plain, around: `${above.plain}${above.around}${code}` };
}

/** Things that have every word of a query, or its beginning, in their title or around it; the best first. */
export function matches(things: readonly Findable[], query: string): Found[] {
  const spelt = canonical(query);
  if (spelt === "") return [];
  const asked = { spelt, plain: plainQuery(spelt) };
  return things
    .flatMap((thing) => {
      const cost = costOf(thing, asked);
      return cost === null ? [] : { thing, cost };
    })
    .sort((a, b) => a.cost - b.cost)
    .map(({ thing }) => thing);
}

function plainQuery(spelt: string): string {
  return accentless(spelt)
    .split(" ")
    .map((word) => abbreviations[word] ?? word)
    .join(" ");
}

/** 0 where the title ends with the query ("Xã Đắk Nhau"), more the looser the match; null where a word is nowhere. */
function costOf({ spelt, plain, around }: Findable, asked: { spelt: string; plain: string }): number | null {
  const words = asked.plain.split(" ");
  const elsewhere = words.filter((word) => !plain.includes(` ${word}`));
  if (elsewhere.some((word) => !around.includes(` ${word}`))) return null;
  const accentsDiffer = asked.spelt !== accentless(asked.spelt) && !spelt.includes(` ${asked.spelt}`);
  return 2 * looseness(plain, asked.plain, elsewhere.length) + Number(accentsDiffer);
}

function looseness(plain: string, query: string, elsewhere: number): number {
  if (elsewhere > 0) return 2 + elsewhere;
  if (plain.endsWith(` ${query}`)) return 0;
  return plain.includes(` ${query}`) ? 1 : 2;
}
