import { placeWithin, type TipKind } from "./tip-place.ts";

/**
 * Shows the numbers of the part of a drawing that is pointed at, as its table has them. Whoever does not point finds them
 * in the table itself.
 */
for (const figure of document.querySelectorAll<HTMLElement>("[data-tips]")) {
  const svg = figure.querySelector("svg");
  if (svg !== null) addTips(figure, svg);
}

function addTips(figure: HTMLElement, svg: SVGSVGElement): void {
  // As they are now: sorting the table does not move the drawing.
  const texts = textsOf(figure);
  const tip = Object.assign(document.createElement("p"), { className: "tip", hidden: true, ariaHidden: "true" });
  const hide = () => {
    tip.hidden = true;
  };
  svg.after(tip);
  svg.addEventListener("pointermove", (event) => {
    const at = placeWithin(figure.dataset.tips as TipKind, svg, event, texts);
    const text = at === null ? undefined : texts[at]?.text;
    tip.hidden = text === undefined;
    tip.textContent = text ?? "";
  });
  svg.addEventListener("pointerleave", hide);
  document.addEventListener("keydown", ({ key }) => key === "Escape" && hide());
}

/** What is said of each line of a table: its name and each of its cells under its head; `told` where its last has a number. */
function textsOf(figure: HTMLElement): { text: string; told: boolean }[] {
  const [, ...heads] = [...figure.querySelectorAll("thead th")].map(({ textContent }) => textContent);
  return [...figure.querySelectorAll<HTMLTableRowElement>("tbody tr:not(.total)")].map(({ cells }) => {
    const [name, ...others] = [...cells];
    const parts = others.map((cell, at) => `${heads[at]} ${cell.textContent}`);
    return {
      text: `${name?.textContent}: ${parts.join(" · ")}`,
      told: others.at(-1)?.querySelector("[class^=cell-]") === null,
    };
  });
}
