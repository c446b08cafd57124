import { join } from "node:path";
import { measureUnits } from "@tiendo/schema";
import type { Workspace } from "../workspace.ts";
import { csvRows } from "./csv.ts";
import { cell, rounded } from "./hide.ts";
import type { Recounted, Row } from "./row.ts";

type Quantity = "done" | "total" | "value";

/** A number of a figure, and twice the least and the most that it may be, which are whole numbers. */
interface Stated {
  number: number;
  low: number;
  high: number;
}

/** A figure as its source states it. */
interface Figure extends Partial<Record<Quantity, Stated>> {
  id: string;
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** Reads a file of figures; of two sources for one the second has a number behind its address. */
export async function figuresIn(path: string): Promise<Figure[]> {
  const rows = (await csvRows(path)).map((cells, at) => ({ cells, line: at + 2 }));
  const groups = Map.groupBy(rows, ({ cells }) => `${cells.as_of}.${cells.unit_code}.${cells.indicator}`);
  return [...groups].flatMap(([name, own]) =>
    own
      .sort((one, other) => ((one.cells.source ?? "") < (other.cells.source ?? "") ? -1 : 1))
      .map(({ cells, line }, at) => ({ id: at === 0 ? name : `${name}.${at + 1}`, line, cells, ...statedIn(cells) })),
  );
}

function statedIn(cells: Readonly<Record<string, string>>): Partial<Record<Quantity, Stated>> {
  const quantities = (["done", "total", "value"] as const).filter((name) => (cells[name] ?? "") !== "");
  return Object.fromEntries(quantities.map((name) => [name, stated(Number(cells[name]), cells[`${name}_qualifier`])]));
}

/** What a qualifier lets a number be: half the place of its last digit that is not 0, on either side or on one. */
function stated(number: number, qualifier = ""): Stated {
  const place = number === 0 ? 0 : 10 ** (/0*$/.exec(String(number))?.[0].length ?? 0);
  const below = ["rounded", "approx", "at_most"].includes(qualifier) ? place : 0;
  const above = ["rounded", "approx", "at_least"].includes(qualifier) ? place : 0;
  return { number, low: 2 * number - below, high: 2 * number + above };
}

/** A fraction of whole numbers; of nothing there is none. */
type Fraction = [part: bigint, whole: bigint] | null;
const fraction = (part: number, whole: number): Fraction => (whole === 0 ? null : [BigInt(part), BigInt(whole)]);

// Percentages are whole numbers of a hundred thousandth, so that halves of written places are.
const SCALE = 100_000;

/** Whether 100 × a fraction times `factor`, in hundred thousandths, is at most a bound; of no fraction nobody can say. */
const compare = (one: Fraction, bound: number, factor: [number, number] = [1, 1]): number | null => {
  if (one === null) return null;
  const left = one[0] * BigInt(100 * SCALE) * BigInt(factor[0]);
  const right = BigInt(Math.round(bound)) * one[1] * BigInt(factor[1]);
  return left < right ? -1 : left > right ? 1 : 0;
};

/** Whether a range of fractions meets a range of percentages. */
function meets(low: Fraction, high: Fraction, from: number, to: number, factor: [number, number] = [1, 1]): boolean {
  const [below, above] = [compare(low, to, factor), compare(high, from, factor)];
  return below !== null && below <= 0 && above !== null && above >= 0;
}

/** `figure`: what sources state, and the share that their own numbers give. */
export function figureTable(figures: readonly Figure[], input_file: string): Recounted {
  return {
    table: "figure",
    keys: ["figure_id"],
    exact: figures.map((figure) => figureRow(figure, figures, input_file)),
    told: (row) => row,
  };
}

function figureRow(figure: Figure, all: readonly Figure[], input_file: string): Row {
  const { id, line, cells, done, total, value } = figure;
  const { unit_code, edition, as_of, as_of_precision, indicator, source } = cells;
  const text = (name: string) => (cells[name] === "" ? null : (cells[name] ?? null));
  const pct = text("reported_pct")?.replace(",", ".") ?? null;
  const share = (part: number | undefined, whole: number | undefined) =>
    part === undefined || whole === undefined || whole === 0 ? null : rounded(100 * part, whole, 2);
  const computed = share(done?.number, total?.number);
  const absent = done === undefined ? "z" : "x";
  const verdict = verdictOf(figure, pct);
  const judged = verdict === "agrees" || verdict === "differs";
  return {
    ...{ figure_id: id, unit_code, edition, as_of, as_of_precision, indicator, source, input_file, input_line: line },
    ...cell("done", done?.number ?? null, done === undefined ? "z" : null),
    ...cell("total", total?.number ?? null, total === undefined ? absent : null),
    ...cell("value", value?.number ?? null, value === undefined ? "z" : null),
    ...Object.fromEntries(
      ["done_qualifier", "total_qualifier", "value_qualifier", "note", "note_en"].map((name) => [name, text(name)]),
    ),
    measure_unit: Object.entries(measureUnits).find(([, { vi }]) => vi === cells.measure_unit)?.[0] ?? null,
    ...cell("reported_pct", pct === null ? null : Number(pct), pct === null ? absent : null),
    reported_pct_decimals: pct === null ? null : (pct.split(".")[1]?.length ?? 0),
    ...cell("computed_pct", computed, computed !== null ? null : total?.number === 0 ? "z" : absent),
    computed_pct_low: share(done?.low, total?.high),
    computed_pct_high: share(done?.high, total?.low),
    pct_gap: judged && computed !== null ? Math.round(100 * (computed - Number(pct))) / 100 : null,
    verdict,
    explanation: verdict === "differs" ? explanationOf(figure, pct ?? "", all) : null,
  };
}

/** What a written percentage stands for: half of its last place on either side, in hundred thousandths. */
function written(pct: string): { pct: number; from: number; to: number; decimals: number } {
  const decimals = pct.split(".")[1]?.length ?? 0;
  const [middle, half] = [Math.round(Number(pct) * SCALE), (SCALE / 2) * 10 ** -decimals];
  return { pct: middle, from: middle - half, to: middle + half, decimals };
}

const shareOf = ({ done, total }: Figure): { low: Fraction; high: Fraction } => ({
  low: done === undefined || total === undefined ? null : fraction(done.low, total.high),
  high: done === undefined || total === undefined ? null : fraction(done.high, total.low),
});

function verdictOf(figure: Figure, pct: string | null): string {
  if (pct === null) return "not_reported";
  if (figure.done === undefined || figure.total === undefined || figure.total.number === 0) return "not_computable";
  const { low, high } = shareOf(figure);
  const { from, to } = written(pct);
  return meets(low, high, from, to) ? "agrees" : "differs";
}

/** The only reason that would make the percentage right. */
function explanationOf(figure: Figure, text: string, all: readonly Figure[]): string {
  const { pct, from, to, decimals } = written(text);
  const { low, high } = shareOf(figure);
  const [tens, whole] = [pct % (10 * SCALE) === 0, pct % SCALE === 0 && decimals > 0];
  const within = (margin: number) => meets(low, high, pct - margin * SCALE, pct + margin * SCALE);
  const [below, above] = [compare(low, pct + 10 * SCALE), compare(high, pct)];
  const { done, total } = figure;
  const factors = [10, 100, 1000].flatMap(
    (by): Array<[number, number]> => [
      [by, 1],
      [1, by],
    ],
  );
  const holds = {
    rounding: (tens && within(5)) || (whole && within(0.5)),
    truncation_to_tens: tens && below === -1 && above !== null && above >= 0,
    slipped_unit: factors.some((factor) => meets(low, high, from, to, factor)),
    swapped_numbers:
      done !== undefined &&
      total !== undefined &&
      meets(fraction(total.low, done.high), fraction(total.high, done.low), from, to),
    another_denominator: all.some((other) => isOtherTotal(figure, other, from, to)),
  };
  const [only, ...others] = Object.entries(holds).filter(([, isRight]) => isRight);
  return only === undefined || others.length > 0 ? "unexplained" : only[0];
}

/** Whether another whole or count of the same unit and measure would make a percentage right. */
function isOtherTotal({ cells, done, total }: Figure, other: Figure, from: number, to: number): boolean {
  const isSame = ["unit_code", "edition", "measure_unit"].every((name) => cells[name] === other.cells[name]);
  if (!isSame || done === undefined) return false;
  return [other.total, other.value].some(
    (one) =>
      one !== undefined &&
      one.number !== total?.number &&
      meets(fraction(done.low, one.high), fraction(done.high, one.low), from, to),
  );
}

/** `equation`: sums that must close, of each unit and day for which all of their terms are stated. */
export async function equationTable(workspace: Workspace, figures: readonly Figure[]): Promise<Recounted> {
  const terms = await csvRows(join(workspace.data, "reference", "equations.csv"));
  const places = Map.groupBy(figures, ({ cells }) => [cells.unit_code, cells.edition, cells.as_of].join(" "));
  const exact = [...Map.groupBy(terms, (term) => term.equation)].flatMap(([equation, own]) =>
    [...places].flatMap(([place, there]) => equationRow(String(equation), own, place, there)),
  );
  return {
    table: "equation",
    keys: ["equation", "unit_code", "as_of"],
    exact,
    told: ({ edition, whole_figure_id, whole_quantity, closes, ...row }) => ({
      ...row,
      gap: Number(row.parts_sum) - Number(row.whole),
      closes: closes ? "yes" : "no",
    }),
  };
}

function equationRow(
  equation: string,
  terms: readonly Record<string, string>[],
  place: string,
  there: Figure[],
): Row[] {
  const found = terms.map((term) => ({ term, ...termIn(term, there) }));
  const parts = found.filter(({ term }) => term.side === "part").map(({ stated: own }) => own);
  const [whole] = found.filter(({ term }) => term.side === "whole");
  if (parts.some((part) => part === undefined) || whole?.stated === undefined) return [];
  const sum = (name: keyof Stated) => parts.reduce((all, part) => all + (part?.[name] ?? 0), 0);
  const [unit_code, edition, as_of] = place.split(" ");
  return [
    {
      ...{ equation, unit_code, edition, as_of, title_vi: terms[0]?.title_vi, title_en: terms[0]?.title_en },
      parts: parts.map((part) => part?.number).join(" + "),
      parts_sum: sum("number"),
      whole: whole.stated.number,
      whole_figure_id: whole.id,
      whole_quantity: whole.term.quantity,
      closes: sum("low") <= whole.stated.high && sum("high") >= whole.stated.low,
    },
  ];
}

/** A term by its first source: that with the shortest address, the first by name. */
function termIn({ indicator, quantity }: Record<string, string>, there: readonly Figure[]) {
  const stating = there.filter((one) => one.cells.indicator === indicator && one[quantity as Quantity] !== undefined);
  const [first] = stating.sort((one, other) => one.id.length - other.id.length || (one.id < other.id ? -1 : 1));
  return { id: first?.id, stated: first?.[quantity as Quantity] };
}
