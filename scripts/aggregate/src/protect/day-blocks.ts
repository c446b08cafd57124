/** What changed on one day in several units that are told of together: two counts a unit, newly cleaned and fallen back. */
export interface DayChanges {
  day: string;
  counts: readonly number[];
}

/** What decides which days are told. */
export interface DayRules {
  /** Days that may be told: below a unit only those that are told of it. */
  may: (day: string) => boolean;
  /** Days that other tables tell anyway, such as those of releases. */
  fixed: ReadonlySet<string>;
  /** Counts from 1 up to this, without it, are small. */
  least: number;
}

/** Days from one that is told, without it, up to the next. */
interface Block {
  day: string;
  counts: number[];
  fixed: boolean;
}

/**
 * The days on which the count to date can be told of each unit, such that in no unit a small number of subjects was cleaned, or
 * fell back, between one such day and the next: the difference of two counts to date is as public as they are. Days are taken
 * as they come, so that what an earlier release has told stays told; a block that a fixed day ends too early is joined to the
 * one before.
 */
export function toldDays(days: readonly DayChanges[], { may, fixed, least }: DayRules): Set<string> {
  const told: Block[] = [];
  const width = days[0]?.counts.length ?? 0;
  let open = zeros(width);
  let toDate = zeros(width);
  for (const { day, counts } of days) {
    open = sum(open, counts);
    toDate = sum(toDate, counts);
    const isFixed = fixed.has(day);
    if (!isFixed && (!may(day) || isSmall(open, least) || isSmall(toDate, least))) continue;
    told.push({ day, counts: open, fixed: isFixed });
    if (isFixed) joinSmall(told, least);
    open = zeros(width);
  }
  return new Set(told.map(({ day }) => day));
}

/** Joins the last block to those before as long as it is small and they are not fixed. */
function joinSmall(told: Block[], least: number): void {
  for (;;) {
    const [before, last] = [told.at(-2), told.at(-1)];
    if (before === undefined || last === undefined || before.fixed || !isSmall(last.counts, least)) return;
    told.splice(-2, 2, { ...last, counts: sum(before.counts, last.counts) });
  }
}

/** Whether in some unit few were newly cleaned, fell back, or make up the difference of both. */
function isSmall(counts: readonly number[], least: number): boolean {
  const few = (count: number) => count !== 0 && Math.abs(count) < least;
  return counts.some((count, at) => few(count) || (at % 2 === 0 && few(count - (counts[at + 1] ?? 0))));
}

const zeros = (width: number): number[] => new Array<number>(width).fill(0);

const sum = (one: readonly number[], other: readonly number[]): number[] =>
  one.map((count, at) => count + (other[at] ?? 0));
