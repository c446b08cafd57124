import type { viRelease } from "./vi-release.ts";

/** Texts on the releases of a report and on what became of a page or a unit, in English. */
export const enRelease: typeof viRelease = {
  title: "Releases",
  lede: "Each release has a permanent address: its pages and files stay as they are when a new one comes, so that they can be cited. The newest is first.",
  of: (day: string) => `Release of ${day}`,
  newest: "newest",
  isNewest: "the newest release",
  earlier: (day: string) =>
    `These are the numbers of the release of ${day}, which is not the newest. The page is kept as it was released.`,
  toNewest: "See this page in the newest release",
  permanent: (day: string) => `This is the permanent address of the release of ${day}, at present the newest.`,
  toLive: "The page that always shows the newest release",
  here: "Permanent address of this page",
  day: "As of",
  content: "Contents",
  pages: "Pages",
  overview: "Overview",
  data: "Data",
  cleaned: (pct: string) => `${pct} cleaned`,

  unreadable: "The pages of this release cannot be read by this version; its files can still be downloaded.",
  unreadableLede: (day: string) =>
    `The release of ${day} was published in an older form that this version of the site cannot read. Its files are kept as they were released.`,
  files: "Files of this release",

  gone: (title: string) => `${title}: not in the newest release`,
  goneLede: (day: string) =>
    `The newest release of the report has no such page. The last release that had it is that of ${day}.`,
  goneTo: (day: string) => `See this page in the release of ${day}`,
  goneAbove: (unit: string, day: string) => `See it in the table of ${unit}, release of ${day}`,
  goneNewest: "See the newest release of the report",

  merged: (unit: string) => `On 1 July 2025 ${unit} was merged with`,
  into: "into",
  unmerged: (unit: string) => `On 1 July 2025 ${unit} was not merged; in the new list it is`,
  madeOf: (unit: string) => `Before 1 July 2025 the area of ${unit} was`,
  codeNow: (code: string) => `(code ${code})`,
  and: "and",
};
