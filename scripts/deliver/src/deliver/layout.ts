/** What lies where on a target; the web server's root is `current`, and only that is public. */
export const CURRENT = "current";
export const RELEASES = "releases";
export const MANIFESTS = "manifests";
export const ARCHIVE = "data-releases";
export const HISTORY = "history.json";
export const LOCK = "lock.json";

const releaseName = /^\d{4}-\d{2}-\d{2}-[0-9a-f]{12}$/;

/** Whether a folder's name is that of a release of ours. */
export function isReleaseName(name: string): boolean {
  return releaseName.test(name);
}

/** The folder of a release. */
export const releaseFolder = (name: string) => `${RELEASES}/${name}`;
/** The folder in which a release grows until it is whole. */
export const partialFolder = (name: string) => `${RELEASES}/${name}.partial`;
/** What `current` holds to point at a release: relative, so that the whole place can be moved or mounted elsewhere. */
export const pointerTo = (name: string) => `${RELEASES}/${name}`;
/** The list of a release's files. */
export const manifestFile = (name: string) => `${MANIFESTS}/${name}.json`;
/** The list of files that a release keeps for the pages of the one before. */
export const carriedFile = (name: string) => `${MANIFESTS}/${name}.carried.json`;
/** What was read back of a release, and when it was written. */
export const seenFile = (name: string) => `${MANIFESTS}/${name}.seen.json`;
