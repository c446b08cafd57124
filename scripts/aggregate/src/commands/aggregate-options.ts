/** Options of `tiendo aggregate`. */
export interface AggregateOptions {
  data: string;
  asOf?: string;
  force?: boolean;
  firstRelease?: boolean;
  memory?: string;
  spill?: string;
  partitions?: number;
}
