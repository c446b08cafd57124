import { expect, test } from "vitest";
import { ReadyTasks } from "../src/ready-tasks.ts";

const task = (name: string, ...after: string[]) => ({ name, sql: `-- ${name}`, after });
const nameOf = async (taken: Promise<{ name: string } | undefined>) => (await taken)?.name;
/** Whether a promise is still open when everything else has had its turn. */
const isOpen = (promise: Promise<unknown>) =>
  Promise.race([promise.then(() => false), new Promise((resolve) => setImmediate(resolve, true))]);

test("a task is handed out when what it waits for has ended, and before it whatever needs not wait", async () => {
  const tasks = [task("a"), task("b", "a"), task("c"), task("d", "b", "c")];
  const ready = new ReadyTasks(tasks);
  expect(await nameOf(ready.take())).toBe("a");
  expect(await nameOf(ready.take())).toBe("c");
  const next = ready.take();
  expect(await isOpen(next)).toBe(true);
  ready.end(task("c"), false);
  expect(await isOpen(next)).toBe(true);
  ready.end(task("a"), false);
  expect(await nameOf(next)).toBe("b");
  const last = ready.take();
  expect(await isOpen(last)).toBe(true);
  ready.end(task("b"), false);
  expect(await nameOf(last)).toBe("d");
  expect(await ready.take()).toBeUndefined();
});

test("where a task failed none is handed out any more, not to those who wait either", async () => {
  const ready = new ReadyTasks([task("a"), task("b", "a"), task("c", "b")]);
  await ready.take();
  const next = ready.take();
  ready.end(task("a"), true);
  expect(await next).toBeUndefined();
  expect(await ready.take()).toBeUndefined();
});
