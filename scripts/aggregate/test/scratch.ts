import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Gives a run of the tests a folder of its own for what they write, and takes it away at the end with all that is left in it. */
export default function scratch(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "tiendo-test-"));
  process.env.TMPDIR = folder;
  process.env.TEMP = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
