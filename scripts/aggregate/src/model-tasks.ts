import type { Task } from "./ready-tasks.ts";

/**
 * The statements that make models, each to be run once those of the others before it that its select names are there.
 * @param names in the order in which they are wanted, a model after what it reads
 * @param selectOf the select of a model
 * @param statementOf the statement that makes it
 */
export function modelTasks(
  names: readonly string[],
  selectOf: (name: string) => string,
  statementOf: (name: string) => string,
): Task[] {
  return names.map((name, at) => ({
    name,
    sql: statementOf(name),
    after: named(selectOf(name), names.slice(0, at)),
  }));
}

/** Those of the names that a select has in it, comments aside. */
function named(select: string, names: readonly string[]): string[] {
  const words = new Set(select.replaceAll(/--.*$/gm, "").match(/\w+/g));
  return names.filter((name) => words.has(name));
}
