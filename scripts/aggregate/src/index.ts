export { type Checked, checkFiles } from "./check/check-files.ts";
export { clean } from "./clean/clean.ts";
export { partCount } from "./clean/part-count.ts";
export { Parts } from "./clean/parts.ts";
export type { Database } from "./db.ts";
export { aggregate } from "./main.ts";
export { bytesOfSize } from "./memory-size.ts";
export { sqlFile } from "./sql-files.ts";
export { kindsOfModels } from "./validate/validate.ts";
