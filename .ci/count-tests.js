// Adds up the test reports that every workspace's `npm test` leaves in test-results/, and prints `N passed, N failed`.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const workspaces = ["packages", "scripts", "sites"].flatMap((area) =>
  readdirSync(join(root, area)).map((name) => join(area, name)),
);

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const workspace of workspaces) {
  const report = reportOf(workspace);
  if (report === null) continue;
  totals.passed += report.numPassedTests;
  // A suite that could not be loaded has no test to fail, and must not go uncounted.
  totals.failed += Math.max(report.numFailedTests, report.numFailedTestSuites > 0 ? 1 : 0);
  totals.skipped += report.numPendingTests + report.numTodoTests;
  for (const name of skippedTests(report)) console.log(`skipped: ${workspace}: ${name}`);
}
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : "";
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

function reportOf(workspace) {
  try {
    return JSON.parse(readFileSync(join(root, workspace, "test-results/vitest.json"), "utf8"));
  } catch {
    console.log(`no test report: ${workspace}`);
    return null;
  }
}

function skippedTests(report) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  return tests.filter((test) => ["pending", "skipped", "todo"].includes(test.status)).map((test) => test.fullName);
}
