export { DeliverRefusal } from "./refusal.ts";
export { manifestText, parseManifest, type ReleaseFile, type ReleaseManifest } from "./release/manifest.ts";
export { type Release, releaseOf } from "./release/release.ts";
