import { accentless, canonical } from "@tiendo/units/fold";
import { scriptTexts } from "../texts/script.ts";

/** A field above each long table of units that leaves the lines whose names hold what is typed, with or without accents. */
const texts = scriptTexts(document.documentElement.lang);
// Fewer are seen at a glance.
const worthFiltering = 8;

for (const table of document.querySelectorAll<HTMLTableElement>(".numbers")) {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr:has(th a)")];
  if (rows.length >= worthFiltering) table.parentElement?.before(filterOf(rows));
}

function filterOf(rows: readonly HTMLTableRowElement[]): HTMLElement {
  const label = Object.assign(document.createElement("label"), { className: "filter", textContent: texts.filter });
  const field = Object.assign(document.createElement("input"), { type: "search" });
  const count = document.createElement("output");
  const named = rows.map((row) => ({ row, name: foldedName(row) }));
  field.addEventListener("input", () => {
    const asked = folded(field.value);
    for (const { row, name } of named) row.hidden = !name.includes(asked);
    count.textContent = asked === "" ? "" : `${rows.filter((row) => !row.hidden).length}/${rows.length}`;
  });
  label.append(field, count);
  return label;
}

function foldedName(row: HTMLTableRowElement): string {
  return folded(row.cells[0]?.textContent ?? "");
}

function folded(text: string): string {
  return accentless(canonical(text));
}
