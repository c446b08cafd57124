import { type Findable, type Found, findables, matches } from "../search/match.ts";
import { type PackedIndex, unpackIndex } from "../search/packed-index.ts";

const shownAtMost = 50;
// A screen reader would otherwise begin to speak at every letter.
const quiet = 400;

/**
 * The search page: what is typed is looked for at once, and stands in the address, so that a search can be shared. The index,
 * which is long where there are many units, is loaded once somebody is about to search.
 */
class SearchPage {
  readonly #texts: DOMStringMap;
  readonly #status = placed<HTMLElement>("#ket-qua [role=status]");
  readonly #list = placed<HTMLElement>("#ket-qua ol");
  readonly #field = placed<HTMLInputElement>("main [name=q]");
  #timer: ReturnType<typeof setTimeout> | undefined;
  #things: Promise<Findable[]> | undefined;

  constructor({ dataset }: HTMLElement) {
    this.#texts = dataset;
    this.#say("");
    this.#field.value ||= new URLSearchParams(location.search).get("q") ?? "";
    this.#field.addEventListener("focus", () => this.#loaded().catch(() => undefined));
    this.#field.addEventListener("input", () => this.#show(this.#field.value));
    this.#field.form?.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#show(this.#field.value);
    });
    this.#show(this.#field.value);
  }

  #loaded(): Promise<Findable[]> {
    this.#things ??= fetch(this.#texts.index ?? "").then(async (response) =>
      findables(unpackIndex((await response.json()) as PackedIndex)),
    );
    return this.#things;
  }

  async #show(query: string): Promise<void> {
    const asked = query.trim();
    try {
      const all = asked === "" ? [] : await this.#loaded();
      // Something else may have been typed while the index came.
      if (query === this.#field.value) this.#tell(asked, matches(all, asked));
    } catch {
      this.#things = undefined;
      this.#say(this.#texts.failed ?? "");
    }
  }

  #tell(asked: string, found: readonly Found[]): void {
    this.#list.replaceChildren(...found.slice(0, shownAtMost).map((one) => this.#item(one)));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(this.#summary(asked, found.length)), quiet);
    history.replaceState(null, "", asked === "" ? location.pathname : `?q=${encodeURIComponent(asked)}`);
  }

  #item({ title, path, context }: Found): HTMLElement {
    const link = Object.assign(document.createElement("a"), {
      href: `${this.#texts.report}${path}`,
      textContent: title,
    });
    const note = Object.assign(document.createElement("small"), { textContent: context });
    const line = document.createElement("li");
    line.append(link, " ", note);
    return line;
  }

  #summary(asked: string, count: number): string {
    const { start, none, one, first, other } = this.#texts;
    const number = new Intl.NumberFormat(document.documentElement.lang).format(count);
    const many = count > shownAtMost ? first : other;
    const words = asked === "" ? start : count === 0 ? none : count === 1 ? one : many;
    return (words ?? "")
      .replace("{n}", number)
      .replace("{most}", String(shownAtMost))
      .replace("{q}", () => asked);
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }
}

function placed<Type extends Element>(selector: string): Type {
  const element = document.querySelector<Type>(selector);
  if (element === null) throw new Error(`the search page has no ${selector}`);
  return element;
}

const section = document.querySelector<HTMLElement>("#ket-qua");
if (section !== null) new SearchPage(section);
