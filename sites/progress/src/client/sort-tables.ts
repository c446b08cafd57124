import { bareName } from "../data/bare-name.ts";
import { compareKeys, type Direction, firstDirection, type SortKey, sortKey } from "./sort-key.ts";

/** Makes buttons of the column heads of tables of units and of figures. Without script there are none, and the tables are whole. */
const { lang } = document.documentElement;
const collator = new Intl.Collator("vi", { numeric: true });

for (const table of document.querySelectorAll<HTMLTableElement>(".numbers, .figures, .claims")) {
  if (table.querySelectorAll("tbody th a").length > 1) makeSortable(table);
}

function makeSortable(table: HTMLTableElement): void {
  const rows = [...table.querySelectorAll<HTMLTableRowElement>("tbody tr")];
  // The sum stays below its parts, and what belongs to no known unit just above it.
  const parts = rows.filter((row) => !row.classList.contains("total") && row.querySelector("th a") !== null);
  for (const [column, head] of [...table.querySelectorAll<HTMLElement>("thead th")].entries()) {
    const keys = new Map(parts.map((row) => [row, column === 0 ? nameOf(row) : keyOf(row.cells[column])]));
    const first = column === 0 ? "ascending" : firstDirection([...keys.values()]);
    if (first === null) continue;
    addButton(head, () => {
      const direction = turned(head, first);
      for (const other of table.querySelectorAll("thead th")) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", direction);
      table.tBodies[0]?.append(...sorted(parts, keys, direction), ...rows.filter((row) => !parts.includes(row)));
    });
  }
}

function addButton(head: HTMLElement, act: () => void): void {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.addEventListener("click", act);
  head.append(button);
}

function turned(head: HTMLElement, first: Direction): Direction {
  if (head.getAttribute("aria-sort") !== first) return first;
  return first === "ascending" ? "descending" : "ascending";
}

function sorted(rows: readonly HTMLTableRowElement[], keys: ReadonlyMap<Element, SortKey>, direction: Direction) {
  return rows.toSorted((a, b) => compareKeys(keys.get(a) ?? null, keys.get(b) ?? null, direction, collator));
}

function nameOf(row: HTMLTableRowElement): string {
  return bareName(row.cells[0]?.textContent ?? "");
}

// A cell that is written as its source states it holds its number beside its words. Of others, one without a number says
// why in an element; marks such as "revised" stand in one behind the number.
function keyOf(cell: HTMLTableCellElement | undefined): SortKey {
  const number = cell?.dataset.sort;
  if (number !== undefined) return number === "" ? null : Number(number);
  const [first] = cell?.childNodes ?? [];
  return first?.nodeType === Node.TEXT_NODE ? sortKey(first.textContent ?? "", lang) : null;
}
