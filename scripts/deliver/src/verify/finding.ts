/** Something of a public release that is not as it should be: which page or file, and what of it, in both languages. */
export interface Finding {
  readonly where: string;
  readonly vi: string;
  readonly en: string;
}

/** A finding as one line. */
export function findingLine({ where, vi, en }: Finding): string {
  return `✗ ${where}: ${vi} | ${en}`;
}
