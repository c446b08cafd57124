import { type FormColumn, headerText } from "./form-columns.ts";
import type { CellRange } from "./xlsx/sheet-frame.ts";

const ORDER = "STT";

/**
 * The rows of the header, order number first: one row, or two where there are dose groups, whose names stand above their
 * columns while all other headers reach over both rows.
 */
export function headerRows(columns: readonly FormColumn[]): (string | null)[][] {
  if (!hasGroups(columns)) return [[ORDER, ...columns.map(headerText)]];
  const upper = columns.map((one) => (one.group === null ? headerText(one) : groupName(columns, one)));
  const lower = columns.map((one) => (one.group === null ? null : headerText(one)));
  return [
    [ORDER, ...upper],
    [null, ...lower],
  ];
}

/** The merged cells of a two-row header whose first row is `top`; none where there is one row. */
export function headerMerges(columns: readonly FormColumn[], top: number): CellRange[] {
  if (!hasGroups(columns)) return [];
  const single = columns.flatMap(({ group }, at) => (group === null ? [at + 1] : []));
  const tall = [0, ...single].map((column) => ({ top, left: column, bottom: top + 1, right: column }));
  const groups = Map.groupBy(columns.keys(), (at) => columns[at]?.group ?? null);
  groups.delete(null);
  const wide = [...groups.values()].map((places) => ({
    top,
    left: Math.min(...places) + 1,
    bottom: top,
    right: Math.max(...places) + 1,
  }));
  return [...tall, ...wide];
}

function hasGroups(columns: readonly FormColumn[]): boolean {
  return columns.some(({ group }) => group !== null);
}

/** A group is named once, in its first column. */
function groupName(columns: readonly FormColumn[], one: FormColumn): string | null {
  return columns.find(({ group }) => group === one.group) === one ? `Mũi ${one.group}` : null;
}
