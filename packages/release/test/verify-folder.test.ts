import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newKey, proven, publicKeyLine, sha256, signContent, signFolder, verifyFolder } from "../src/index.ts";
import { key, publishedFolder } from "./release.ts";

const line = publicKeyLine(key);

async function signed(publicKey?: string): Promise<string> {
  const folder = await publishedFolder(publicKey);
  await signFolder(folder, key);
  return folder;
}

async function faults(folder: string, options = { key: line }): Promise<string[]> {
  const { ok, problems } = await verifyFolder(folder, options);
  expect(ok).toBe(problems.length === 0);
  return problems.map(({ kind, file }) => `${kind} ${file}`);
}

test("an unsigned folder whose hashes hold is fine, and says that it is not signed", async () => {
  const found = await verifyFolder(await publishedFolder());
  expect(found).toMatchObject({ ok: true, files: 3, signature: "absent", report: "mau", as_of: "2022-04-26" });
  expect(proven(found).join("\n")).toContain("chưa ký");
});

test("a signed folder proves its bytes, its report and its day", async () => {
  const found = await verifyFolder(await signed(), { key: line });
  expect(found).toMatchObject({ ok: true, signature: "good", keyFrom: "given" });
});

test("signing twice gives the same bytes, and the comment carries the day", async () => {
  const folder = await signed();
  const first = await readFile(join(folder, "SHA256SUMS.minisig"), "utf8");
  await signFolder(folder, key);
  expect(await readFile(join(folder, "SHA256SUMS.minisig"), "utf8")).toBe(first);
  expect(first).toContain("trusted comment: report:mau as_of:2022-04-26\n");
});

test.each(["coverage.csv", "unit.csv", "datapackage.json"])("one byte changed in %s is named", async (name) => {
  const folder = await signed();
  const content = await readFile(join(folder, name));
  content[content.length - 2] = (content[content.length - 2] ?? 0) ^ 1;
  await writeFile(join(folder, name), content);
  expect(await faults(folder)).toContain(`changed ${name}`);
});

test("one byte changed in the list of hashes is refused by the signature", async () => {
  const folder = await signed();
  const sums = await readFile(join(folder, "SHA256SUMS"), "utf8");
  await writeFile(
    join(folder, "SHA256SUMS"),
    sums.replace(/^./, (digit) => (digit === "0" ? "1" : "0")),
  );
  expect(await faults(folder)).toEqual(
    expect.arrayContaining(["changed coverage.csv", "signature SHA256SUMS.minisig"]),
  );
});

test("a file that was dropped, one that was added and two that were swapped are named", async () => {
  const dropped = await signed();
  await rm(join(dropped, "unit.csv"));
  expect(await faults(dropped)).toEqual(["missing unit.csv"]);
  const added = await signed();
  await writeFile(join(added, "more.csv"), "a\n");
  expect(await faults(added)).toEqual(["extra more.csv"]);
  const both = await signed();
  for (const [from, to] of [
    ["unit.csv", "x"],
    ["coverage.csv", "unit.csv"],
    ["x", "coverage.csv"],
  ] as const)
    await rename(join(both, from), join(both, to));
  const { problems } = await verifyFolder(both, { key: line });
  expect(problems.map(({ en }) => en)).toEqual([
    "coverage.csv: has the content of unit.csv",
    "unit.csv: has the content of coverage.csv",
  ]);
});

test("a file changed together with its hash is refused by the signature and by the description", async () => {
  const folder = await signed();
  const before = await readFile(join(folder, "unit.csv"));
  const after = Buffer.from("unit_code,name\n70,Đồng Nai\n");
  await writeFile(join(folder, "unit.csv"), after);
  const sums = await readFile(join(folder, "SHA256SUMS"), "utf8");
  await writeFile(join(folder, "SHA256SUMS"), sums.replace(sha256(before), sha256(after)));
  expect(await faults(folder)).toEqual(["unreadable datapackage.json", "signature SHA256SUMS.minisig"]);
});

test("a signature that is missing, replaced, broken or of another folder is refused", async () => {
  const bare = await publishedFolder();
  expect(await faults(bare)).toEqual(["signature SHA256SUMS.minisig"]);
  const sums = await readFile(join(bare, "SHA256SUMS"));
  const other = signContent(newKey(), sums, "report:mau as_of:2022-04-26");
  const otherDay = signContent(key, sums, "report:mau as_of:2022-04-19");
  const otherContent = signContent(key, Buffer.from("x"), "report:mau as_of:2022-04-26");
  const otherComment = otherDay.replace("as_of:2022-04-19", "as_of:2022-04-26");
  for (const text of [other, otherDay, otherContent, otherComment, "no signature\n"]) {
    await writeFile(join(bare, "SHA256SUMS.minisig"), text);
    expect(await faults(bare)).toEqual(["signature SHA256SUMS.minisig"]);
  }
});

test("another key is refused by its name", async () => {
  const { problems } = await verifyFolder(await signed(), { key: publicKeyLine(newKey()) });
  expect(problems[0]?.en).toMatch(/made with key [0-9A-F]{16}; expected key [0-9A-F]{16}/);
});

test("a report that names a key must be signed with it", async () => {
  const named = { ok: true, signature: "good", keyFrom: "folder" };
  expect(await verifyFolder(await signed(line))).toMatchObject(named);
  const { ok, problems } = await verifyFolder(await publishedFolder(line));
  expect({ ok, files: problems.map(({ file }) => file) }).toEqual({ ok: false, files: ["SHA256SUMS.minisig"] });
});

test("a folder that was tampered with is not signed", async () => {
  const folder = await publishedFolder();
  await rm(join(folder, "unit.csv"));
  await expect(signFolder(folder, key)).rejects.toThrow("unit.csv: bị thiếu | unit.csv: is missing");
});

test("a folder is verified over the web, where added files are not seen", async () => {
  const folder = await signed();
  const server = createServer((request, response) => {
    const done = (status: number) => (content: Buffer | Error) => {
      response.writeHead(status);
      response.end(content instanceof Error ? "" : content);
    };
    readFile(join(folder, `${request.url}`)).then(done(200), done(404));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    expect(await verifyFolder(address, { key: line })).toMatchObject({ ok: true, listed: false, signature: "good" });
    await rm(join(folder, "unit.csv"));
    expect(await faults(address)).toEqual(["missing unit.csv"]);
  } finally {
    server.close();
  }
});
