import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { aggregate } from "../src/main.ts";
import type { Outcome } from "../src/run.ts";

const data = fileURLToPath(new URL("../../../data", import.meta.url));

let once: Promise<Workspace> | undefined;

/** A data folder of its own, with the project's reference lists and the real report. */
export class Workspace {
  readonly data: string;
  readonly id: string;

  private constructor(folder: string, id: string) {
    this.data = folder;
    this.id = id;
  }

  static async create(id = "vietnam-2022"): Promise<Workspace> {
    const workspace = new Workspace(await mkdtemp(join(tmpdir(), "tiendo-")), id);
    await cp(join(data, "reference"), join(workspace.data, "reference"), { recursive: true });
    await cp(join(data, "reports", "vietnam-2022"), workspace.path("reports", id), { recursive: true });
    return workspace;
  }

  /** A copy of the real report as a run leaves it, which is run once for all who ask. */
  static async ran(): Promise<Workspace> {
    once ??= Workspace.create().then(async (workspace) => {
      await workspace.run();
      return workspace;
    });
    return (await once).copy();
  }

  /** The same report once more, with all that runs have left. */
  async copy(): Promise<Workspace> {
    const copy = new Workspace(await mkdtemp(join(tmpdir(), "tiendo-")), this.id);
    await cp(this.data, copy.data, { recursive: true });
    return copy;
  }

  path(...parts: string[]): string {
    return join(this.data, ...parts);
  }

  raw(name: string): string {
    return this.path("reports", this.id, "raw", name);
  }

  /** Removes the real raw file, so that a test sees its own rows only. */
  async empty(): Promise<this> {
    await rm(this.path("reports", this.id, "raw"), { recursive: true });
    return this;
  }

  async send(name: string, content: string | Uint8Array): Promise<this> {
    await mkdir(dirname(this.raw(name)), { recursive: true });
    await writeFile(this.raw(name), content);
    return this;
  }

  /** Runs the walk of the report, silently. */
  run(asOf?: string): Promise<Outcome> {
    return aggregate(this.id, { data: this.data, asOf, say: () => undefined });
  }

  /** The complete list of issues, as CSV. */
  issueList(): Promise<string> {
    return readFile(this.path("private", this.id, "issues.csv"), "utf8");
  }

  /** The rows of a published table. */
  async published<Row>(table: string, asOf = "2022-09-01"): Promise<Row[]> {
    return JSON.parse(await readFile(this.path("published", this.id, asOf, `${table}.json`), "utf8"));
  }

  async remove(): Promise<void> {
    await rm(this.data, { recursive: true, force: true });
  }
}

/** The SHA-256 of each file of a folder, by name. */
export async function bytesOf(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const hashOf = async (name: string) =>
    createHash("sha256")
      .update(await readFile(join(folder, name)))
      .digest("hex");
  return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hashOf(name)] as const)));
}
