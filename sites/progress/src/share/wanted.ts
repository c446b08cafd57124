/** Whether this build draws pictures for shared links: pages name them then, and only then. */
export function sharesImages(): boolean {
  return process.env.TIENDO_SHARE_IMAGES === "1";
}
