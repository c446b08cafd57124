import loadHighs, { type Highs, type Model } from "highs";
import type { Interval } from "./interval.ts";

/** A linear program over columns `low ≤ x ≤ high` and rows that each come to a number. */
export interface Program {
  low: readonly number[];
  high: readonly number[];
  /** What each column counts in the sum that is minimized, 0 where it is left out. */
  costs?: readonly number[];
  rows: ReadonlyArray<{ columns: readonly number[]; values: readonly number[]; total: number }>;
}

/** The best value of an objective with the columns that reach it; null where it has no bound. */
export interface Solved {
  best: number;
  columns: Float64Array;
}

let loading: Promise<Highs> | undefined;

/** A linear-program solver that keeps its model and its last solution, so that the next objective starts from there. */
export class Solver {
  readonly #highs: Highs;
  readonly #model: Model;

  private constructor(highs: Highs, model: Model) {
    this.#highs = highs;
    this.#model = model;
  }

  /** To be disposed: its memory lies outside JavaScript's. */
  static async of(program: Program): Promise<Solver> {
    // Its types are those of a CommonJS module, which Node does not load.
    loading ??= (loadHighs as unknown as typeof loadHighs.default)();
    const highs = await loading;
    const model = highs.createModel(modelOf(program, highs.infinity));
    model.options.set({ output_flag: false, presolve: "off" });
    return new Solver(highs, model);
  }

  /** What a column counts in the sum that is minimized from now on. */
  cost(column: number, cost: number): void {
    this.#model.changeColCost(column, cost);
  }

  /** What every column counts from now on, told at once. */
  costs(costs: Float64Array): void {
    this.#model.changeColsCost({ kind: "range", from: 0, to: costs.length - 1 }, costs);
  }

  /**
   * Minimizes the sum of the columns by their costs.
   * @returns null where no columns satisfy all rows, "unbounded" where the sum has no least value
   */
  least(): Solved | "unbounded" | null {
    this.#model.run();
    const { optimal, unbounded, unboundedOrInfeasible } = this.#highs.constants.modelStatus;
    const status = this.#model.getModelStatus();
    if (status === unbounded || status === unboundedOrInfeasible) return "unbounded";
    if (status !== optimal) return null;
    return { best: this.#model.getObjectiveValue(), columns: this.#model.getSolution().colValue };
  }

  /** Forgets the last solution: the next objective starts from nothing, which is nearer than a solution of something far off. */
  restart(): void {
    this.#model.setLogicalBasis();
  }

  /** Changes the bounds of a column. */
  bound(column: number, low: number, high: number): void {
    this.#model.changeColBounds(column, ended(low, this.#highs.infinity), ended(high, this.#highs.infinity));
  }

  /** Changes the bounds of every column at once. */
  bounds(bounds: readonly Interval[]): void {
    const { infinity } = this.#highs;
    this.#model.changeColsBounds(
      { kind: "range", from: 0, to: bounds.length - 1 },
      bounds.map(({ low }) => ended(low, infinity)),
      bounds.map(({ high }) => ended(high, infinity)),
    );
  }

  dispose(): void {
    this.#model.dispose();
  }
}

/** A bound as the solver knows it, which has an infinity of its own. */
const ended = (bound: number, infinity: number): number =>
  Number.isFinite(bound) ? bound : Math.sign(bound) * infinity;

function modelOf({ low, high, costs, rows }: Program, infinity: number) {
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const totals = rows.map(({ total }) => total);
  return {
    numCols: low.length,
    numRows: rows.length,
    colCost: costs === undefined ? low.map(() => 0) : [...costs],
    colLower: low.map((bound) => ended(bound, infinity)),
    colUpper: high.map((bound) => ended(bound, infinity)),
    rowLower: totals,
    rowUpper: totals,
    matrix: {
      format: "csr" as const,
      numRows: rows.length,
      numCols: low.length,
      starts,
      indices: rows.flatMap(({ columns }) => [...columns]),
      values: rows.flatMap(({ values }) => [...values]),
    },
  };
}
