import { scriptTexts } from "../texts/script.ts";

/** Buttons that copy the address of the page, of each chart and of each line of a table. Browsers let a page do so on a safe line alone. */
const texts = scriptTexts(document.documentElement.lang);

if (navigator.clipboard !== undefined) {
  document.querySelector(".footer-map")?.before(copyButton(texts.copyPage, ""));
  // Beside the summary, so that nothing moves when it comes.
  for (const figure of document.querySelectorAll(".chart-figure"))
    figure.querySelector("details")?.before(copyButton(texts.copyChart, `#${figure.id}`));
  // In the line that is pointed at or walked through, since a button in each would be in the way.
  for (const event of ["pointerover", "focusin"]) document.addEventListener(event, offerLine);
}

function offerLine({ target }: Event): void {
  const line = target instanceof Element ? target.closest(".numbers tr[id]") : null;
  if (line === null || line.querySelector(".copy") !== null) return;
  document.querySelector(".numbers .copy")?.remove();
  line.querySelector("th")?.append(copyButton(texts.copyLine, `#${line.id}`));
}

function copyButton(words: string, anchor: string): HTMLElement {
  // A screen reader tells when the words change.
  const look = { type: "button", className: "copy", ariaLive: "polite" } as const;
  const button = Object.assign(document.createElement("button"), { ...look, textContent: words });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(`${location.origin}${location.pathname}${anchor}`);
    button.textContent = texts.copied;
  });
  return button;
}
