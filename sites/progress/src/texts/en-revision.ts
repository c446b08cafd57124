import type { viRevision } from "./vi-revision.ts";

/** Texts on what a release states otherwise than the one before, in English. */
export const enRevision: typeof viRevision = {
  title: "Numbers changed since the release before",
  lede: (day: string, count: string) =>
    `Since the release of ${day}, ${count} numbers on past days have changed: before, after and why. Numbers that either release hides are not counted here.`,
  first: "This is the first release: there is none to compare it with.",
  none: (day: string) => `No number on past days has changed since the release of ${day}.`,
  plain: "Numbers on past days that this release states otherwise than the one before, with the reason.",
  cut: (rows: string) => `The data table holds the first ${rows} numbers only.`,
  rules: (before: string, after: string) =>
    `The rules changed between the two releases, from version ${before} to ${after}.`,
  unknownRules: "not stated",
  number: "Number, day",
  before: "Before",
  after: "After",
  reason: "Reason",
  most: (count: string) => `${count} numbers, the largest change`,
  ofUnit: (count: string) => `${count} numbers changed`,
  howChanged: "How this number changed",
  since: (day: string) => `since the release of ${day}`,
};
