/** How many seconds each stage of a run took, by its name. */
export type StageSeconds = Readonly<Record<string, number>>;

/** The stages of a walk as people are told of them, in order. */
export const stageTitles = {
  read: "đọc và kiểm tra từng tệp | reading and checking each file",
  validate: "đối chiếu giữa các tệp | checking files against each other",
  clean: "phân biệt từng người, mũi tiêm, năm bước | telling people, doses and steps apart",
  models: "tổng hợp | aggregating",
  publish: "ẩn số nhỏ và ghi kết quả | hiding small counts and writing the result",
  keep: "giữ bảng cho người phân tích | keeping tables for analysts",
} as const;

/** A stage of the walk. */
export type Stage = keyof typeof stageTitles;

/** Tells which stage a run is at, how long it took so far and, where an earlier run tells, how long the rest may take. */
export class Stages {
  readonly #say: (line: string) => void;
  readonly #earlier: StageSeconds | null;
  readonly #seconds: Record<string, number> = {};

  /** @param earlier what the stages took in the last run of the report, null where there was none */
  constructor(say: (line: string) => void, earlier: StageSeconds | null) {
    this.#say = say;
    this.#earlier = earlier;
  }

  /** Runs a stage. */
  async run<Result>(stage: Stage, work: () => Promise<Result>): Promise<Result> {
    const left = this.#left(stage);
    const about = left === null ? "" : `, còn khoảng | about ${clock(left)} left`;
    this.#say(`${clock(this.#elapsed())} ${stageTitles[stage]}${about}`);
    const start = performance.now();
    const result = await work();
    this.#seconds[stage] = (performance.now() - start) / 1000;
    return result;
  }

  /** What the stages took, for the next run to tell by. */
  seconds(): StageSeconds {
    return { ...this.#seconds };
  }

  #elapsed(): number {
    return Object.values(this.#seconds).reduce((sum, seconds) => sum + seconds, 0);
  }

  /** The seconds of this stage and those after it in the last run. */
  #left(stage: Stage): number | null {
    if (this.#earlier === null) return null;
    const names = Object.keys(stageTitles);
    const earlier = this.#earlier;
    return names.slice(names.indexOf(stage)).reduce((sum, name) => sum + (earlier[name] ?? 0), 0);
  }
}

/** Minutes and seconds, such as 2:07. */
function clock(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
