import { constants } from "node:os";

const signals = ["SIGINT", "SIGTERM"] as const;
const undone = new Set<() => void>();

/**
 * Does work that leaves something half done until it ends.
 * @param undo takes that away where the work fails or the program is told to stop; it must not wait for anything
 */
export async function stoppable<Result>(undo: () => void, work: () => Promise<Result>): Promise<Result> {
  const ended = whenStopped(undo);
  try {
    return await work();
  } catch (error) {
    undo();
    throw error;
  } finally {
    ended();
  }
}

/** Says how to take away, where the program is told to stop, what ends later. @returns what is to be called then */
export function whenStopped(undo: () => void): () => void {
  undone.add(undo);
  return () => undone.delete(undo);
}

/** From now on Ctrl-C, or a signal to end, takes away what is half done and ends the program as shells expect: 130 or 143. */
export function stopOnSignals(): void {
  for (const signal of signals) process.once(signal, () => stop(signal));
}

function stop(signal: (typeof signals)[number]): void {
  for (const undo of undone) undoQuietly(undo);
  console.error(
    "\nđã dừng theo yêu cầu; số liệu đã công bố giữ nguyên, chạy lại sẽ làm tiếp | stopped as asked; what is published stays as it was, and the next run goes on",
  );
  process.exit(128 + constants.signals[signal]);
}

/** What one cannot take away keeps no other from doing so; the next run takes it away. */
function undoQuietly(undo: () => void): void {
  try {
    undo();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}
