import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { join } from "node:path";
import ssh2 from "ssh2";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { fingerprint } from "../src/target/sftp/known-hosts.ts";
import { startSftp } from "./sftp-server.ts";
import { givenFolders, page, publishedFolder, siteFiles, writeAll } from "./site.ts";
import { startStatic } from "./static-server.ts";

const given = givenFolders();
const cli = join(import.meta.dirname, "../src/cli.ts");

beforeEach(() => {
  publishedFolder(given.folder, "a\n1\n");
  built("Một");
});

const published = () => join(given.folder, "published");
const dist = () => join(given.folder, "dist");
const data = () => readFileSync(join(published(), "mau/2022-04-26/coverage.csv"), "utf8");

function built(text: string): void {
  writeAll(dist(), { ...siteFiles(text), "mau/du-lieu/2022-04-26/coverage.csv": data() });
  writeFileSync(`${dist()}.manifest.json`, JSON.stringify({ base: "/tien-do/" }));
}

function run(...options: string[]): Promise<{ status: number | null; out: string; err: string }> {
  return runWith("ignore", ...options);
}

function runWith(third: "ignore" | number, ...options: string[]) {
  const program = spawn(process.execPath, [cli, ...options], { stdio: ["ignore", "pipe", "pipe", third] });
  const said = { out: "", err: "" };
  program.stdout?.on("data", (text) => {
    said.out += text;
  });
  program.stderr?.on("data", (text) => {
    said.err += text;
  });
  return new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    program.on("close", (status) => resolve({ status, ...said }));
  });
}

const deliver = (...options: string[]) =>
  run(
    "--to",
    given.target,
    "--dist",
    dist(),
    "--published",
    published(),
    "--releases",
    join(given.folder, "releases"),
    ...options,
  );
const on = (command: string, ...options: string[]) => run(command, "--to", given.target, ...options);

describe("npm run deliver", () => {
  test("delivers, lists, rolls back, verifies, restores and prunes, each in one command", async () => {
    expect(await deliver()).toMatchObject({
      status: 0,
      out: expect.stringMatching(/Đã công khai và kiểm tra \| Public and verified: 2022-04-26-/),
    });
    built("Hai");
    expect(await deliver()).toMatchObject({ status: 0, out: expect.stringMatching(/Sent: 3 tệp \| files/) });
    expect((await on("list")).out).toMatch(
      /^→ 2022-04-26-[0-9a-f]{12} .*đang công khai \| public\n {2}2022-04-26-[0-9a-f]{12} /,
    );
    expect(await on("rollback")).toMatchObject({ status: 0 });
    expect(readFileSync(join(given.target, "current/index.html"), "utf8")).toBe(page("Một"));
    expect(await on("verify")).toMatchObject({ status: 0, out: expect.stringContaining("As delivered") });
    const into = join(given.folder, "lay-ve");
    expect(await on("restore", "--releases", into)).toMatchObject({
      status: 0,
      out: expect.stringContaining("restored and verified"),
    });
    expect(readdirSync(join(into, "mau"))).toEqual(["2022-04-26"]);
    expect(await on("prune", "--last", "1")).toMatchObject({ status: 0 });
  });

  test("tries everything without writing with --dry-run", async () => {
    expect((await deliver("--dry-run")).out).toMatch(/To be sent: \d+ .*\n(?: {2}\+ .*\n)+/);
    expect(readdirSync(given.target)).toEqual([]);
    await deliver();
    built("Hai");
    await deliver();
    const before = readFileSync(join(given.target, "current/index.html"), "utf8");
    mkdirSync(join(given.target, "releases/2022-04-26-000000000000.partial"));
    expect((await on("rollback", "--dry-run")).out).toMatch(/Dry run, nothing changes: .* → /);
    expect((await on("prune", "--dry-run")).out).toMatch(/Would remove: 2022-04-26-000000000000.partial/);
    expect((await on("restore", "--dry-run", "--releases", join(given.folder, "x"))).out).toMatch(/would be restored/);
    expect(readFileSync(join(given.target, "current/index.html"), "utf8")).toBe(before);
    expect(readdirSync(join(given.target, "releases"))).toHaveLength(3);
  });

  test("verifies through the public address, and takes back what is not right there", async () => {
    await deliver();
    const server = await startStatic(given.folder, [], (said, path) => {
      if (path === "/tien-do/trang-0/") said.status = 500;
    });
    onTestFinished(server.stop);
    built("Hai");
    const { status, out } = await deliver("--url", server.url.href);
    expect([status, out]).toEqual([
      1,
      expect.stringMatching(/✗ \/tien-do\/trang-0\/: .*500.*\n.*taken back to 2022-04-26-/s),
    ]);
    expect(readFileSync(join(given.target, "current/index.html"), "utf8")).toBe(page("Một"));
  });

  test("verify rolls back what was altered, unless told to keep it", async () => {
    await deliver();
    built("Hai");
    await deliver();
    writeFileSync(join(given.target, "current/index.html"), "x");
    expect(await on("verify", "--keep")).toMatchObject({
      status: 1,
      out: expect.stringContaining("✗ index.html: nội dung bị sửa"),
    });
    expect(readFileSync(join(given.target, "current/index.html"), "utf8")).toBe("x");
    expect(await on("verify")).toMatchObject({ status: 1, out: expect.stringContaining("Rolled back") });
    expect(readFileSync(join(given.target, "current/index.html"), "utf8")).toBe(page("Một"));
  });

  test("refuses with status 2 a site of other data, one for another path, data that were altered, no site at all", async () => {
    const other = await deliver("--url", "https://soyte.example.vn/khac/");
    expect([other.status, other.err]).toEqual([2, expect.stringContaining("npm run build -- --base /khac/")]);
    writeFileSync(join(dist(), "mau/du-lieu/2022-04-26/coverage.csv"), "a\n9\n");
    expect(await deliver()).toMatchObject({
      status: 2,
      err: expect.stringContaining("the site was built before the last publication"),
    });
    built("Một");
    writeFileSync(join(published(), "mau/2022-04-26/coverage.csv"), "a\n9\n");
    expect(await deliver()).toMatchObject({
      status: 2,
      err: expect.stringContaining("coverage.csv: its content was changed"),
    });
    expect(await deliver("--dist", given.target)).toMatchObject({
      status: 2,
      err: expect.stringContaining("npm run build"),
    });
    expect(readdirSync(given.target)).toEqual([]);
  });

  test("ends with 75 where somebody else is delivering, and names them", async () => {
    const lock = { owner: `ai@${hostname()}`, pid: 1, token: "x", renewed: new Date().toISOString() };
    writeFileSync(join(given.target, "lock.json"), JSON.stringify(lock));
    expect(await deliver()).toMatchObject({
      status: 75,
      err: expect.stringContaining(`ai@${hostname()}, 0 phút trước`),
    });
    expect(await deliver("--break-lock")).toMatchObject({ status: 0 });
  });

  test("takes an SFTP password from a file descriptor, and says it nowhere", async () => {
    const server = await startSftp({ password: "mật khẩu" });
    onTestFinished(server.stop);
    const key = ssh2.utils.parseKey(server.hostKey);
    if (key instanceof Error) throw key;
    writeFileSync(join(given.folder, "mat-khau"), "mật khẩu\n", { mode: 0o600 });
    const descriptor = openSync(join(given.folder, "mat-khau"), "r");
    const to = `sftp://${userInfo().username}@127.0.0.1:${server.port}${given.target}`;
    const pinned = ["--host-key", fingerprint(key.getPublicSSH()), "--password-fd", "3"];
    const { status, out, err } = await runWith(descriptor, "list", "--to", to, ...pinned);
    closeSync(descriptor);
    expect([status, err]).toEqual([0, ""]);
    expect(out).not.toContain("mật khẩu");
  });

  test("says in Vietnamese, then in English, what is wrong with a command, with status 2", async () => {
    expect(await run("list")).toMatchObject({
      status: 2,
      err: expect.stringMatching(/^dùng sai: thiếu --to <target> \| wrong use: required option/),
    });
    expect(await on("prune", "--last", "0")).toMatchObject({ status: 2 });
    expect((await run("--help")).out).toMatch(/Đưa trang báo cáo lên cổng thông tin điện tử/);
  });
});
