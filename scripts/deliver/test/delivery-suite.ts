import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { currentOf, deliveredOf } from "../src/deliver/history.ts";
import { withLock } from "../src/deliver/lock.ts";
import { outdatedOn } from "../src/deliver/prune.ts";
import { restore } from "../src/deliver/restore.ts";
import { rollBack, wayBack } from "../src/deliver/rollback.ts";
import type { Seen } from "../src/deliver/seen.ts";
import { sha256 } from "../src/deliver/send.ts";
import type { Target } from "../src/target/target.ts";
import { verifyStored } from "../src/verify/verify-stored.ts";
import { delivering } from "./delivering.ts";
import { type Given, page, publishedFolder, releaseFrom, siteFiles, writeAll } from "./site.ts";

/** What holds of every place that releases are delivered to; `folder` is where it lies on this machine. */
export function deliverySuite(name: string, given: Given, open: () => Promise<Target>): void {
  let target: Target;
  beforeEach(async () => {
    target = await open();
  });
  afterEach(() => target.close());

  const release = (text: string, options?: Parameters<typeof siteFiles>[1]) =>
    releaseFrom(given.folder, siteFiles(text, options));
  const onDisk = (path: string) => join(given.target, path);
  const publicPage = () => readFileSync(onDisk("current/index.html"), "utf8");
  const locked = <Result>(work: Parameters<typeof withLock<Result>>[2]) =>
    withLock(target, { breakLock: false, say: () => undefined }, work);

  describe(`a delivery to ${name}`, () => {
    test("makes every file public, readable by the web server, and verified", async () => {
      const made = await release("Một");
      const { placed, verified, findings } = await delivering(target, made);
      expect([placed.sent, verified, findings]).toEqual([made.manifest.files.length, made.manifest.files.length, []]);
      expect(publicPage()).toBe(page("Một"));
      expect(statSync(onDisk("current/trang-0/index.html")).mode & 0o777).toBe(0o644);
      expect(statSync(onDisk("current/trang-0")).mode & 0o777).toBe(0o755);
    });

    test("again with nothing changed sends nothing", async () => {
      const made = await release("Một");
      await delivering(target, made);
      expect((await delivering(target, made)).placed).toMatchObject({ sent: 0, bytes: 0, linked: 0, removed: 0 });
    });

    test("again does not read what was read back before and is not written since", async () => {
      const made = await release("Một");
      await delivering(target, made);
      const early = new Date(Date.now() - 60_000);
      for (const { path } of made.manifest.files) utimesSync(onDisk(`current/${path}`), early, early);
      await delivering(target, made);
      const read: string[] = [];
      const watched = new Proxy(target, {
        get: (object, name) => {
          const value = object[name as keyof Target];
          if (typeof value !== "function") return value;
          return (...options: never[]) => {
            if (name === "get" && String(options[0]).startsWith("releases/")) read.push(String(options[0]));
            return (value as (...given: never[]) => unknown).apply(object, options);
          };
        },
      });
      writeFileSync(onDisk("current/favicon.svg"), "<svg xmlns='http://www.w3.org/2000/svx'/>\n");
      const verify = (name: string, seen?: Seen) => verifyStored(watched, name, seen);
      const { placed } = await delivering(watched, made, { verify });
      expect([new Set(read.map((path) => path.split("/").at(-1))), placed.sent]).toEqual([new Set(["favicon.svg"]), 1]);
    });

    test("with one page changed sends that page alone, plain and packed", async () => {
      await delivering(target, await release("Một"));
      const { placed } = await delivering(target, await release("Hai"));
      expect([placed.sent, publicPage()]).toEqual([3, page("Hai")]);
    });

    test("leaves nothing but releases, lists, history and the archive on the target", async () => {
      await delivering(target, await release("Một"), { folders: [publishedFolder(given.folder, "a\n1\n")] });
      await delivering(target, await release("Hai"));
      expect(readdirSync(given.target).sort()).toEqual(
        ["current", "data-releases", "history.json", "manifests", "releases"].sort(),
      );
      expect(readdirSync(onDisk("releases"))).toHaveLength(2);
    });

    test("keeps the styles of the release before for pages that were just read, of no earlier one", async () => {
      await delivering(target, await release("Một", { style: "Page.aaaaaaaa.css" }));
      await delivering(target, await release("Hai", { style: "Page.bbbbbbbb.css" }));
      expect(
        readdirSync(onDisk("current/tai-nguyen"))
          .filter((file) => file.endsWith(".css"))
          .sort(),
      ).toEqual(["Page.aaaaaaaa.css", "Page.bbbbbbbb.css"]);
      await delivering(target, await release("Ba", { style: "Page.cccccccc.css" }));
      expect(existsSync(onDisk("current/tai-nguyen/Page.aaaaaaaa.css"))).toBe(false);
      expect(existsSync(onDisk("current/tai-nguyen/Page.bbbbbbbb.css"))).toBe(true);
    });

    test("that does not verify is taken back, and the pages named; with `keep` it stays", async () => {
      const first = await release("Một");
      await delivering(target, first);
      const finding = { where: "/trang-0/", vi: "sai", en: "wrong" };
      const verify = async () => ({ files: 1, findings: [finding] });
      const taken = await delivering(target, await release("Hai"), { verify });
      expect([taken.takenBack, taken.findings, publicPage()]).toEqual([first.manifest.name, [finding], page("Một")]);
      const kept = await delivering(target, await release("Hai"), { verify, keep: true });
      expect([kept.takenBack, publicPage()]).toEqual([null, page("Hai")]);
    });

    test("that cannot be verified at all is taken back", async () => {
      await delivering(target, await release("Một"));
      const verify = () => Promise.reject(new Error("cổng không trả lời"));
      await expect(delivering(target, await release("Hai"), { verify })).rejects.toThrow("cổng không trả lời");
      expect(publicPage()).toBe(page("Một"));
    });

    test("puts right what was altered, lost or added on the server, and verifying names each", async () => {
      const made = await release("Một");
      await delivering(target, made);
      writeFileSync(onDisk("current/index.html"), page("Mộx"));
      rmSync(onDisk("current/favicon.svg"));
      writeFileSync(onDisk("current/xau.html"), "x");
      const { findings } = await verifyStored(target, made.manifest.name);
      expect(findings.map(({ where, en }) => `${where} ${en}`)).toEqual([
        "favicon.svg is missing",
        "index.html its content was changed",
        "xau.html was not delivered by us",
      ]);
      const { placed } = await delivering(target, made);
      expect(placed).toMatchObject({ sent: 2, removed: 1 });
      expect((await verifyStored(target, made.manifest.name)).findings).toEqual([]);
    });

    test("never sends what an earlier release has altered: a link to it reads back wrong, and the page is sent", async () => {
      await delivering(target, await release("Một"));
      writeFileSync(onDisk("current/trang-1/index.html"), page("Trang x"));
      const { placed, findings } = await delivering(target, await release("Hai"));
      expect([placed.sent, findings]).toEqual([4, []]);
      expect(readFileSync(onDisk("current/trang-1/index.html"), "utf8")).toBe(page("Trang 1"));
    });

    test("is refused where a link in it would lead a file outside", async () => {
      const made = await release("Một");
      const outside = join(given.folder, "ngoai");
      writeAll(outside, { "x.html": "x" });
      writeAll(onDisk(`releases/${made.manifest.name}.partial`), { "a.html": "x" });
      symlinkSync(outside, onDisk(`releases/${made.manifest.name}.partial/trang-0`));
      await expect(delivering(target, made)).rejects.toThrow(/is a link or a special file inside a release/);
      expect(readdirSync(outside)).toEqual(["x.html"]);
    });

    test("follows no path that somebody wrote into the lists on the target", async () => {
      const made = await release("Một");
      await delivering(target, made);
      const list = onDisk(`manifests/${made.manifest.name}.carried.json`);
      const outside = { path: "../../xau.html", bytes: 1, sha256: sha256(Buffer.from("x")) };
      writeFileSync(list, JSON.stringify([outside]));
      writeFileSync(onDisk("xau.html"), "x");
      expect((await delivering(target, made)).findings).toEqual([]);
      expect(JSON.parse(readFileSync(list, "utf8"))).toEqual([]);
    });

    test("sends everything where the list of the public release was altered, instead of giving up", async () => {
      const first = await release("Một");
      await delivering(target, first);
      writeFileSync(onDisk(`manifests/${first.manifest.name}.json`), "{}");
      const second = await release("Hai");
      const { placed, findings } = await delivering(target, second);
      expect([placed.sent, findings]).toEqual([second.manifest.files.length, []]);
    });

    test("is refused where the folder of releases is itself a link", async () => {
      symlinkSync(given.folder, onDisk("releases"));
      await expect(delivering(target, await release("Một"))).rejects.toThrow(/must be a plain folder/);
    });

    test("removes the oldest releases, never the public one or the one before", async () => {
      for (const text of ["Một", "Hai", "Ba", "Bốn"]) await delivering(target, await release(text), { last: 2 });
      expect(await deliveredOf(target)).toEqual([
        (await release("Ba")).manifest.name,
        (await release("Bốn")).manifest.name,
      ]);
      expect(readdirSync(onDisk("manifests"))).toHaveLength(6);
      expect(await outdatedOn(target, 1)).toEqual([]);
    });
  });

  describe(`a rollback on ${name}`, () => {
    test("goes to the release delivered before, then further back, then nowhere", async () => {
      const names: string[] = [];
      for (const text of ["Một", "Hai", "Ba"]) names.push((await delivering(target, await release(text))).placed.name);
      await locked(async (lock) => rollBack(target, await wayBack(target), lock));
      expect([await currentOf(target), publicPage()]).toEqual([names[1], page("Hai")]);
      await locked(async (lock) => rollBack(target, await wayBack(target), lock));
      expect(publicPage()).toBe(page("Một"));
      await expect(wayBack(target)).rejects.toThrow(/no release before the public one/);
      await locked(async (lock) => rollBack(target, await wayBack(target, names[2]), lock));
      expect(publicPage()).toBe(page("Ba"));
    });

    test("is refused to a release that was altered, and the public one stands", async () => {
      const first = await delivering(target, await release("Một"));
      await delivering(target, await release("Hai"));
      writeFileSync(onDisk(`releases/${first.placed.name}/index.html`), "x");
      await expect(locked(async (lock) => rollBack(target, await wayBack(target), lock))).rejects.toThrow(/index.html/);
      expect(publicPage()).toBe(page("Hai"));
    });

    test("is refused to a name that is not there", async () => {
      await delivering(target, await release("Một"));
      await expect(wayBack(target, "../../etc")).rejects.toThrow(/there is no release \.\.\/\.\.\/etc/);
    });
  });

  describe(`the archive on ${name}`, () => {
    test("brings every published folder back, of a day published twice the last, and leaves what is there", async () => {
      const folders = [publishedFolder(given.folder, "a\n1\n")];
      expect((await delivering(target, await release("Một"), { folders })).archived).toBe(1);
      expect((await delivering(target, await release("Một"), { folders })).archived).toBe(0);
      const again = [publishedFolder(given.folder, "a\n2\n")];
      expect((await delivering(target, await release("Hai"), { folders: again })).archived).toBe(1);
      const into = join(given.folder, "lay-ve");
      expect(await restore(target, into, true)).toMatchObject([{ state: "would restore" }]);
      expect(await restore(target, into, false)).toEqual([
        { report: "mau", asOf: "2022-04-26", state: "restored", older: 1 },
      ]);
      expect(readFileSync(join(into, "mau/2022-04-26/coverage.csv"), "utf8")).toBe("a\n2\n");
      expect(await restore(target, into, false)).toMatchObject([{ state: "there" }]);
      expect(readdirSync(into)).toEqual(["mau"]);
    });

    test("gives nothing back that was altered, lost or added there", async () => {
      await delivering(target, await release("Một"), { folders: [publishedFolder(given.folder, "a\n1\n")] });
      const [version] = readdirSync(onDisk("data-releases/mau")).filter((entry) => !entry.endsWith(".json"));
      writeFileSync(onDisk(`data-releases/mau/${version}/coverage.csv`), "a\n9\n");
      const into = join(given.folder, "lay-ve");
      await expect(restore(target, into, false)).rejects.toThrow(/coverage.csv: its content was changed/);
      expect(existsSync(join(into, "mau/2022-04-26"))).toBe(false);
    });
  });
}
