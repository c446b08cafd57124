import type { GridRow } from "./grid-row.ts";

/** The rows of batches, one by one. Written out because a generator takes several times as long a row. */
export function eachRow(batches: AsyncGenerator<GridRow[]>): AsyncIterableIterator<GridRow> {
  let batch: GridRow[] = [];
  let at = 0;
  async function nextBatch(): Promise<IteratorResult<GridRow>> {
    const next = await batches.next();
    if (next.done) return { value: undefined, done: true };
    batch = next.value;
    at = 0;
    return iterator.next();
  }
  const iterator: AsyncIterableIterator<GridRow> = {
    next() {
      const value = batch[at];
      at += 1;
      return value === undefined ? nextBatch() : Promise.resolve({ value, done: false });
    },
    async return() {
      batch = [];
      await batches.return(undefined);
      return { value: undefined, done: true };
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}
