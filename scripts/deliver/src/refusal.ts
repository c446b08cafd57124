/**
 * Whose move it is: `refused` asks the caller to change something, `later` asks for the same command again once the cause
 * has passed (a connection cut, a disk full, another deliverer at work).
 */
export type RefusalKind = "refused" | "later";

/** What delivery will not do, said in Vietnamese and in English: where, what was found, what was expected. */
export class DeliverRefusal extends Error {
  override name = "DeliverRefusal";
  readonly kind: RefusalKind;

  constructor(
    where: string,
    vi: string,
    en: string,
    { kind = "refused" as RefusalKind, cause = undefined as unknown } = {},
  ) {
    super(`${where}: ${vi} | ${en}`, { cause });
    this.kind = kind;
  }
}
