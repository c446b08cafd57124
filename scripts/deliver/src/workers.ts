/**
 * Does the same work for each item, so many at a time, results in the order of the items.
 * The first fault ends the work: no further item is begun, and what is under way is waited for, so that nothing goes on
 * behind the back of whoever cleans up.
 */
export async function inParallel<In, Out>(
  items: Iterable<In>,
  workers: number,
  work: (item: In) => Promise<Out>,
): Promise<Out[]> {
  const waiting = [...items].entries();
  const done: Out[] = [];
  const faults: unknown[] = [];
  const worker = async () => {
    for (const [index, item] of waiting) {
      if (faults.length > 0) return;
      done[index] = await work(item);
    }
  };
  const lanes = Array.from({ length: workers }, () => worker().catch((fault: unknown) => faults.push(fault)));
  await Promise.all(lanes);
  if (faults.length > 0) throw faults[0];
  return done;
}
