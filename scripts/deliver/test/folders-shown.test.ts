import { expect, test } from "vitest";
import { foldersShown, type PublishedFolder } from "../src/input/published-folders.ts";

const folders = (place: string, ...days: string[]): PublishedFolder[] =>
  days.map((day) => {
    const [report = "", asOf = ""] = day.split(" ");
    return { report, asOf, folder: `${place}/${report}/${asOf}`, signed: true };
  });
const shown = (published: PublishedFolder[], kept: PublishedFolder[]) =>
  foldersShown(published, kept).map(({ folder }) => folder);

test("of a report's last day what is published is shown, of earlier days what was kept, else what is published", () => {
  const published = folders("published", "a 2022-04-12", "a 2022-04-19", "a 2022-04-26", "b 2022-04-12");
  const kept = folders("kept", "a 2022-04-05", "a 2022-04-19", "a 2022-04-26", "b 2022-04-12");
  expect(shown(published, kept)).toEqual([
    "kept/a/2022-04-05",
    "published/a/2022-04-12",
    "kept/a/2022-04-19",
    "published/a/2022-04-26",
    "published/b/2022-04-12",
  ]);
  expect(shown(folders("published", "a 2022-04-19"), folders("kept", "a 2022-04-26"))).toEqual([
    "published/a/2022-04-19",
    "kept/a/2022-04-26",
  ]);
  expect(shown(published, [])).toHaveLength(4);
});
