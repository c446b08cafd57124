/** What delivery will not do, said in Vietnamese and in English: where, what was found, what was expected. */
export class DeliverRefusal extends Error {
  override name = "DeliverRefusal";

  constructor(where: string, vi: string, en: string) {
    super(`${where}: ${vi} | ${en}`);
  }
}
