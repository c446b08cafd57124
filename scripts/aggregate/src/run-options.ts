/** What a run may be told beside the report's name. */
export interface RunOptions {
  data: string;
  asOf?: string | undefined;
  /** What DuckDB may take, such as "8GB"; by default a share of the machine's memory. */
  memory?: string | undefined;
  /** Where what does not fit in memory goes; it may hold rows of people, and lies under `data/private` by default. */
  spill?: string | undefined;
  /** In how many parts people are cleaned, by default as many as memory asks for; what is published is the same. */
  partitions?: number | undefined;
  /** Whether this is the report's last day, by default so: what no later run will read again is then thrown away. */
  latest?: boolean;
  /** Whether no release is known before this one, though the report began earlier. */
  firstRelease?: boolean;
  /** Whether the release before is not published yet: it is looked for only when this one is to be published. */
  ahead?: boolean;
  say: (line: string) => void;
}
