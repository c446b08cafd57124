import type { Header } from "./header.ts";

/** The name of the column that stands at a place of a row, such as `full_name` or `dose_2_lot`; null where it is none. */
export function placeName({ places, doses }: Pick<Header, "places" | "doses">, at: number): string | null {
  const column = [...places].find(([, place]) => place === at)?.[0];
  if (column !== undefined) return column;
  for (const { slot, places: group } of doses) {
    const name = [...group].find(([, place]) => place === at)?.[0];
    if (name !== undefined) return `dose_${slot}_${name}`;
  }
  return null;
}
