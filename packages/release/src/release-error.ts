/** What the user of a key, a signature or a folder can mend; its message says where, what was found, what was expected. */
export class ReleaseError extends Error {
  override name = "ReleaseError";
}
