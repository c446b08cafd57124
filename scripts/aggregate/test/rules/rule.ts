import { fillMessage, isIssueCode, issueOf } from "@tiendo/schema";
import { describe, expect, test } from "vitest";
import { sqlFile } from "../../src/sql-files.ts";
import { checkCode } from "../../src/validate/cross-checks.ts";
import { type Finding, findings, type Given } from "./given.ts";

/** Rows and the beginnings of what is found: "1 id_number: 8 digits | 12 or 9". */
type Fixture = readonly [rows: Given, ...found: string[]];

/** The three fixtures of a rule: rows that keep it, rows that break it, and rows on either side of its limit. */
interface Fixtures {
  passes: Given;
  fails: Fixture;
  boundary: Fixture;
}

/** Tests one check file by its three fixtures, that its message reads in full, and what it expects in both languages. */
export function rule(check: string, { passes, fails, boundary }: Fixtures): void {
  describe(check, () => {
    // Asked once: to lay out the rows takes longer than to judge them.
    let failing: Promise<Finding[]> | null = null;
    const failed = () => {
      failing ??= findings(check, fails[0]);
      return failing;
    };
    test("passes", async () => expect(told(await findings(check, passes))).toEqual([]));
    test("fails", async () => expectFound(told(await failed()), fails.slice(1) as string[]));
    let limiting: Promise<Finding[]> | null = null;
    const limited = () => {
      limiting ??= findings(check, boundary[0]);
      return limiting;
    };
    test("boundary", async () => expectFound(told(await limited()), boundary.slice(1) as string[]));
    test("the message has no place left open", async () => {
      const [finding] = await failed();
      expect(finding).toBeDefined();
      if (finding !== undefined) expect(messages(check, finding).join("\n")).not.toMatch(/\{|null|undefined/);
    });
    // The fixtures tell the English words alone; where no word is said both are one.
    test("expects the same in both languages", async () => {
      const worded = [...(await failed()), ...(await limited())].filter((one) => one.expected_vi !== one.expected_en);
      const pairs = new Set(worded.map(({ expected_vi, expected_en }) => `${expected_vi} | ${expected_en}`));
      expect([...pairs].sort().join("\n")).toMatchSnapshot();
    });
  });
}

function expectFound(actual: string[], expected: string[]): void {
  expect(actual).toEqual(expected.map((text) => expect.stringMatching(new RegExp(`^${literally(text)}`, "u"))));
}

function told(all: readonly Finding[]): string[] {
  return all.map(
    ({ input_file, record, column_name, original_value, expected_en }) =>
      `${input_file === "a.csv" ? "" : `${input_file}:`}${record} ${column_name}: ${original_value ?? "∅"} | ${expected_en}`,
  );
}

/** A finding's messages, Vietnamese first. */
export function messages(check: string, finding: Finding): string[] {
  const code = checkCode(sqlFile(`checks/${check}`));
  if (!isIssueCode(code)) throw new Error(`${check} begins with "${code}"; expected an issue code`);
  const { messages: template } = issueOf(code);
  const values = { found: finding.original_value ?? "", column: finding.column_name };
  return [
    fillMessage(template.vi, { ...values, expected: finding.expected_vi ?? "{expected}" }),
    fillMessage(template.en, { ...values, expected: finding.expected_en ?? "{expected}" }),
  ];
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
