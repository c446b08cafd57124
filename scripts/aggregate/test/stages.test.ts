import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { Stages } from "../src/stages.ts";

test("a first run says the stage and what it took so far, a later one how long the rest may take", async () => {
  const lines: string[] = [];
  const first = new Stages((line) => lines.push(line), null);
  expect(await first.run("read", async () => "read")).toBe("read");
  await first.run("models", () => setTimeout(20));
  expect(lines).toEqual([
    "0:00 đọc và kiểm tra từng tệp | reading and checking each file",
    "0:00 tổng hợp | aggregating",
  ]);
  expect(Object.keys(first.seconds())).toEqual(["read", "models"]);
  expect(first.seconds().models).toBeGreaterThanOrEqual(0.015);
  const later = new Stages((line) => lines.push(line), { read: 65, models: 30.4, publish: 30.4 });
  await later.run("read", async () => null);
  await later.run("models", async () => null);
  expect(lines.slice(2)).toEqual([
    expect.stringMatching(/^0:00 đọc .*, còn khoảng \| about 2:06 left$/),
    expect.stringMatching(/^0:00 tổng hợp .* \| about 1:01 left$/),
  ]);
});
