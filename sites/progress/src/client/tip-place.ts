/** How the parts of a drawing lie: one a line, one a column, in a grid, or along a line from day to day. */
export type TipKind = "rows" | "columns" | "cells" | "line";

/** A place on the screen. */
interface Pointed {
  clientX: number;
  clientY: number;
}

/** Which line of the table a place in a drawing belongs to, or null where it belongs to none. */
export function placeWithin(
  kind: TipKind,
  svg: SVGSVGElement,
  { clientX, clientY }: Pointed,
  lines: readonly { told: boolean }[],
): number | null {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const [across, down] = [(clientX - left) / width, (clientY - top) / height];
  if (kind === "rows") return Math.floor(down * lines.length);
  if (kind === "columns") return Math.floor(across * lines.length);
  if (kind === "cells") return cellAt(svg, clientX, clientY);
  const drawn = lines.flatMap(({ told }, at) => (told ? at : []));
  return drawn[nearest(daysAlong(svg), across * svg.viewBox.baseVal.width, drawn.length)] ?? null;
}

// Cells with a number and those without are drawn one after the other, so they are put in the order of reading.
function cellAt(svg: SVGSVGElement, x: number, y: number): number | null {
  const boxes = [...svg.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect());
  const inOrder = boxes.sort((a, b) => Math.round(a.top - b.top) || a.left - b.left);
  const at = inOrder.findIndex((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  return at < 0 ? null : at;
}

/** Where each day of the thick line lies: "M8,3.5l4.7,-0.3M20,1" is 8, 12.7, 20. */
export function daysAlong(svg: Pick<SVGSVGElement, "querySelector">): number[] {
  const path = svg.querySelector("g[stroke-width='3'] path")?.getAttribute("d") ?? "";
  let at = 0;
  return [...path.matchAll(/([MLl])(-?[\d.]+)/g)].map(([, command, x]) => {
    at = command === "l" ? at + Number(x) : Number(x);
    return at;
  });
}

/** The nearest of some places; those past the last line of the table are that line's, which holds to the report's day. */
function nearest(places: readonly number[], x: number, lines: number): number {
  const far = places.map((place) => Math.abs(place - x));
  return Math.min(far.indexOf(Math.min(...far)), lines - 1);
}
