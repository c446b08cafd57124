/** Bytes as a person reads them: `1,2 MB` in both languages' own way is more than a log line needs, so one form. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 2 : 0)} MB`;
}
