import { expect, test } from "vitest";
import { daysAlong } from "../src/client/tip-place.ts";

test("the places of a line are told from its path, whether its parts are whole or from point to point", () => {
  const path = { getAttribute: () => "M8,203.6l4.7,-0.3l2,1M20,4L30,5" };
  const svg = { querySelector: () => path } as unknown as SVGSVGElement;
  expect(daysAlong(svg)).toEqual([8, 12.7, 14.7, 20, 30]);
  expect(daysAlong({ querySelector: () => null } as unknown as SVGSVGElement)).toEqual([]);
});
