import { type Findable, type Found, findables, matches } from "../search/match.ts";
import type { SearchIndex } from "../search/search-index.ts";

/** The search page: what is typed is looked for at once, and stands in the address, so that a search can be shared. */
const section = placed<HTMLElement>("#ket-qua");
const status = placed<HTMLElement>("#ket-qua [role=status]");
const list = placed<HTMLElement>("#ket-qua ol");
const field = placed<HTMLInputElement>("main [name=q]");
const texts = section.dataset;
const shownAtMost = 50;
// A screen reader would otherwise begin to speak at every letter.
const quiet = 400;
let timer: ReturnType<typeof setTimeout>;
let things: Findable[] = [];

say("");
try {
  const index: SearchIndex = await (await fetch(texts.index ?? "")).json();
  things = findables(index);
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  field.addEventListener("input", () => show(field.value));
  field.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    show(field.value);
  });
  show(field.value);
} catch {
  say(texts.failed ?? "");
}

function show(query: string): void {
  const asked = query.trim();
  const found = matches(things, asked);
  list.replaceChildren(...found.slice(0, shownAtMost).map(item));
  clearTimeout(timer);
  timer = setTimeout(() => say(summary(asked, found.length)), quiet);
  history.replaceState(null, "", asked === "" ? location.pathname : `?q=${encodeURIComponent(asked)}`);
}

function item({ title, path, context }: Found): HTMLElement {
  const link = Object.assign(document.createElement("a"), { href: `${texts.report}${path}`, textContent: title });
  const note = Object.assign(document.createElement("small"), { textContent: context });
  const line = document.createElement("li");
  line.append(link, " ", note);
  return line;
}

function summary(asked: string, count: number): string {
  const number = new Intl.NumberFormat(document.documentElement.lang).format(count);
  const words = asked === "" ? texts.start : count === 0 ? texts.none : count === 1 ? texts.one : manyOf(count);
  return (words ?? "")
    .replace("{n}", number)
    .replace("{most}", String(shownAtMost))
    .replace("{q}", () => asked);
}

function manyOf(count: number): string | undefined {
  return count > shownAtMost ? texts.first : texts.other;
}

function say(words: string): void {
  status.textContent = words;
}

function placed<Type extends Element>(selector: string): Type {
  const element = document.querySelector<Type>(selector);
  if (element === null) throw new Error(`the search page has no ${selector}`);
  return element;
}
