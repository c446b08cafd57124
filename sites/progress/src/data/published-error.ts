/** A published folder that breaks its contract: the build stops, and the site that stands stays. */
export class PublishedError extends Error {
  constructor(path: string, found: string, cause?: unknown) {
    super(`${path}: ${found}`, { cause });
    this.name = "PublishedError";
  }
}
