import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aggregate } from "../src/main.ts";
import { Workspace } from "./workspace.ts";

const cli = fileURLToPath(new URL("../bin/tiendo.js", import.meta.url));
let workspace: Workspace;
let folder: string;
let lines: string[] = [];

/** Runs the walk and keeps what it says. */
async function publishAgain(): Promise<void> {
  lines = [];
  await aggregate(workspace.id, { data: workspace.data, say: (line) => lines.push(line) });
}

function tiendo(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], { encoding: "utf8" });
  return { status, said: stdout + stderr };
}

const secret = () => workspace.path("khoa.key");
const password = () => workspace.path("mat-khau.txt");
const sign = () => tiendo("sign", folder, "--key", secret(), "--password-file", password());
const verify = (...words: string[]) => tiendo("verify", folder, ...words);

beforeAll(async () => {
  workspace = await Workspace.create();
  folder = workspace.path("published", workspace.id, "2022-09-01");
  await writeFile(password(), "mat khau rat dai\n");
  await publishAgain();
}, 120_000);
afterAll(() => workspace.remove());

describe("keygen, sign and verify, in turn", () => {
  test("an unsigned folder is as published, and says that it is not signed", () => {
    const { status, said } = verify();
    expect(said).toContain("chưa ký");
    expect(status).toBe(0);
  });

  test("keygen closes the secret key to others, and writes over none", async () => {
    expect(tiendo("keygen", secret(), "--password-file", password())).toMatchObject({ status: 0 });
    expect((await stat(secret())).mode & 0o777).toBe(0o600);
    const before = await readFile(secret(), "utf8");
    const again = tiendo("keygen", secret(), "--password-file", password());
    expect(again.status).toBe(2);
    expect(again.said).toContain("is there already");
    expect(await readFile(secret(), "utf8")).toBe(before);
  });

  test("with a key asked for, a missing signature is refused; with a signature of that key it is proven", () => {
    expect(verify("--key", `${secret()}.pub`).status).toBe(1);
    const signed = sign();
    expect(signed.said).toContain("report:vietnam-2022 as_of:2022-09-01");
    expect(signed.status).toBe(0);
    expect(verify("--key", `${secret()}.pub`).status).toBe(0);
  });

  test("a wrong password and another key are refused", async () => {
    await writeFile(workspace.path("sai.txt"), "mot mat khau khac\n");
    expect(tiendo("sign", folder, "--key", secret(), "--password-file", workspace.path("sai.txt")).status).toBe(2);
    const other = workspace.path("khac.key");
    expect(tiendo("keygen", other, "--password-file", password()).status).toBe(0);
    expect(verify("--key", `${other}.pub`).status).toBe(1);
  });

  test("a day published again with the same bytes keeps its signature", async () => {
    await publishAgain();
    expect(lines.join("\n")).not.toContain("tiendo sign");
    expect(verify("--key", `${secret()}.pub`).status).toBe(0);
  }, 120_000);

  test("a changed table is named, and a folder that does not hold is not signed", async () => {
    await appendFile(join(folder, "figure.csv"), "x");
    const { status, said } = verify("--key", `${secret()}.pub`);
    expect(said).toContain("figure.csv");
    expect(status).toBe(1);
    expect(sign()).toMatchObject({ status: 2 });
  });

  test("a day published again with other content loses its signature, and says so", async () => {
    const report = workspace.path("reports", workspace.id, "report.json");
    await writeFile(report, (await readFile(report, "utf8")).replace('"suppress_below": 10', '"suppress_below": 11'));
    await publishAgain();
    expect(existsSync(join(folder, "SHA256SUMS.minisig"))).toBe(false);
    expect(lines.filter((line) => line.includes("tiendo sign"))).toHaveLength(1);
    expect(verify().status).toBe(0);
    await rm(report);
  }, 120_000);
});
