/** A statement and the names of those that have to end before it begins. */
export interface Task {
  name: string;
  sql: string;
  after: readonly string[];
}

/** Tasks in the order in which they are wanted, each handed out once what it waits for has ended. */
export class ReadyTasks {
  #waiting: Task[];
  #running = new Set<string>();
  #wake: Array<() => void> = [];

  /** @param tasks each waits for earlier ones only, so that the first that is left is ready or waits for one that runs */
  constructor(tasks: readonly Task[]) {
    this.#waiting = [...tasks];
  }

  /** The first task that is ready, as soon as there is one; none when all are handed out. */
  async take(): Promise<Task | undefined> {
    while (this.#waiting.length > 0) {
      const at = this.#waiting.findIndex((task) => this.#isReady(task));
      const [task] = at < 0 ? [] : this.#waiting.splice(at, 1);
      if (task !== undefined) {
        this.#running.add(task.name);
        return task;
      }
      await new Promise<void>((resolve) => this.#wake.push(resolve));
    }
  }

  /** Says that a task has ended; where it failed the rest is not handed out. */
  end({ name }: Task, failed: boolean): void {
    this.#running.delete(name);
    if (failed) this.#waiting = [];
    for (const wake of this.#wake.splice(0)) wake();
  }

  #isReady({ after }: Task): boolean {
    return !after.some((name) => this.#running.has(name) || this.#waiting.some((task) => task.name === name));
  }
}
