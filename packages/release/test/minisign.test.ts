import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newKey, publicKeyText, readPublicKey, readSecretKey, secretKeyText, signFolder } from "../src/index.ts";
import { blake2b } from "../src/minisign/blake2b.ts";
import { key, publishedFolder } from "./release.ts";

test.each([0, 1, 127, 128, 129, 256, 300])("BLAKE2b of %d bytes is what node:crypto computes", (length) => {
  const message = Buffer.alloc(length, 0xa5);
  expect(blake2b(message, 64).toString("hex")).toBe(createHash("blake2b512").update(message).digest("hex"));
});

test("a key is read back with its password only", () => {
  const text = secretKeyText(key, "mật khẩu đúng");
  expect(readSecretKey(text, "mật khẩu đúng")).toEqual(key);
  expect(() => readSecretKey(text, "mật khẩu sai")).toThrow("sai mật khẩu của khóa | wrong password for the key");
  expect(text).not.toContain(key.seed.toString("base64").slice(4, 20));
});

test("a public key is read from its file and from its line; anything else is refused", () => {
  const text = publicKeyText(key);
  const { id, point } = readPublicKey(text);
  expect({ id, point }).toEqual({ id: key.id, point: key.point });
  expect(readPublicKey(text.split("\n")[1] ?? "")).toEqual(readPublicKey(text));
  expect(() => readPublicKey("RWabc")).toThrow("no minisign public key");
});

const minisign = spawnSync("minisign", ["-v"]).error === undefined;

test.skipIf(!minisign)(
  "minisign itself verifies a release and opens a key (skipped where it is not installed)",
  async () => {
    const folder = await publishedFolder();
    await signFolder(folder, key);
    const [pub, sec] = [join(folder, "a.pub"), join(folder, "a.key")];
    await writeFile(pub, publicKeyText(key));
    await writeFile(sec, secretKeyText(key, "mat-khau"));
    const run = (args: string[], input = "") => spawnSync("minisign", args, { cwd: folder, input, encoding: "utf8" });
    expect(run(["-V", "-p", pub, "-m", "SHA256SUMS"]).stdout).toContain("Trusted comment: report:mau as_of:2022-04-26");
    await writeFile(join(folder, "other.pub"), publicKeyText(newKey()));
    expect(run(["-V", "-p", "other.pub", "-m", "SHA256SUMS"]).status).not.toBe(0);
    expect(run(["-R", "-s", sec, "-p", "again.pub"], "mat-khau\n").status).toBe(0);
    expect(run(["-V", "-p", "again.pub", "-m", "SHA256SUMS"]).status).toBe(0);
  },
);
