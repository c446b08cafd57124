import { rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withLock } from "../src/deliver/lock.ts";
import { rollBack, wayBack } from "../src/deliver/rollback.ts";
import type { Release } from "../src/release/release.ts";
import { directoryTarget } from "../src/target/directory.ts";
import type { Target } from "../src/target/target.ts";
import { verifyPublic } from "../src/verify/verify-public.ts";
import { delivering } from "./delivering.ts";
import type { Running } from "./servers.ts";
import { type Given, page, releaseFrom, siteFiles } from "./site.ts";

/** What holds of every web server that shows a target. `settings` is a file for `.htaccess`, where the server reads one. */
export function webSuite(name: string, given: Given, start: () => Promise<Running>, settings?: () => string): void {
  let [target, server]: [Target, Running] = [] as never;
  beforeEach(async () => {
    target = await directoryTarget(given.target);
    server = await start();
  });
  afterEach(() => server.stop());

  const release = (text: string, options?: Parameters<typeof siteFiles>[1]) =>
    releaseFrom(given.folder, { ...siteFiles(text, options), ...data }, settings?.());
  const deliver = (made: Release, keep = false) =>
    delivering(target, made, { keep, verify: () => verifyPublic(made.manifest, server.url) });
  const linesOf = async (made: Release) =>
    (await verifyPublic(made.manifest, server.url)).findings.map(({ where, en }) => `${where}: ${en}`);

  describe(`${name}`, () => {
    test("shows every file as delivered: status, content, type, caching, safety, packed and not", async () => {
      const made = await release("Một");
      expect((await deliver(made)).findings).toEqual([]);
      const packed = (encoding: string) => rawHeaders(server.url, encoding);
      expect((await packed("br"))["content-encoding"]).toBe("br");
      expect((await packed("gzip"))["content-encoding"]).toBe("gzip");
      expect((await packed("identity"))["content-encoding"]).toBeUndefined();
      expect((await packed("br")).vary).toMatch(/Accept-Encoding/);
    });

    test("shows the next release with one page changed, and the first again after a rollback", async () => {
      const [first, second] = [await release("Một"), await release("Hai")];
      await deliver(first);
      const { placed, findings } = await deliver(second);
      expect([placed.sent, findings]).toEqual([3, []]);
      expect(await linesOf(first)).toContain(
        "/tien-do/: its content is not what was delivered (Accept-Encoding: identity, gzip, br)",
      );
      await withLock(target, { breakLock: false, say: () => undefined }, async (lock) =>
        rollBack(target, await wayBack(target), lock),
      );
      expect(await linesOf(first)).toEqual([]);
    });

    test("lists no folder and shows our page for what is not there, in Vietnamese", async () => {
      await deliver(await release("Một"));
      for (const path of ["khong-co", "mau/du-lieu/", "..%2f..%2fhistory.json", "../history.json", ".htaccess"]) {
        const answer = await fetch(new URL(path, server.url));
        expect([path, answer.ok]).toEqual([path, false]);
      }
      const answer = await fetch(new URL("mau/du-lieu/", server.url));
      expect([answer.status, await answer.text()]).toEqual([404, page("Không có trang này")]);
    });

    test("lets embed pages be shown by the sites that the report names, other pages by none", async () => {
      await deliver(await release("Một"));
      const policy = async (path: string) =>
        (await fetch(new URL(path, server.url))).headers.get("content-security-policy")?.split("frame-ancestors ")[1];
      expect(await policy("mau/embed/")).toBe("'self' https://congbao.example.vn");
      expect(await policy("")).toBe("'self'");
    });

    test("is found out where a page was altered or lost", async () => {
      const made = await release("Một");
      await deliver(made);
      writeFileSync(join(given.target, "current/trang-1/index.html"), page("Khác"));
      rmSync(join(given.target, "current/trang-2/index.html"));
      const lines = await linesOf(made);
      expect(lines).toContain("/tien-do/trang-1/: its content is not what was delivered (Accept-Encoding: identity)");
      expect(lines.filter((line) => line.startsWith("/tien-do/trang-2/"))).not.toEqual([]);
    });

    test("answers with the old or the new release at every moment of the switch, each page with its style", async () => {
      const [first, second] = [await release("Một"), await release("Hai", { style: "Page.bbbbbbbb.css" })];
      await deliver(first);
      const watching = watch(server.url);
      await setTimeout(300);
      await deliver(second);
      await setTimeout(300);
      const seen = await watching.stop();
      expect(seen.wrong).toEqual([]);
      expect(seen.pages).toEqual(new Set([page("Một"), page("Hai", "Page.bbbbbbbb.css")]));
      expect(seen.perSecond).toBeGreaterThan(50);
    });
  });
}

const data = {
  "mau/du-lieu/2022-04-26/coverage.csv": "unit_code,people\n70,424000\n".repeat(20),
  "mau/du-lieu/2022-04-26/coverage.json": `${JSON.stringify([{ unit_code: "70", people: 424_000 }])}\n`.repeat(20),
  "mau/du-lieu/2022-04-26/coverage.parquet": "PAR1",
  "mau/du-lieu/2022-04-26/coverage.xlsx": "PK",
  "mau/du-lieu/2022-04-26/dataset.jsonld": "{}\n",
  "mau/du-lieu/2022-04-26/SHA256SUMS": `${"0".repeat(64)}  coverage.csv\n`,
  "mau/embed/index.html": page("Nhúng"),
};

/** Reads the first page and then its style, again and again, more than 50 requests a second, by several readers. */
function watch(url: URL) {
  const [wrong, pages]: [string[], Set<string>] = [[], new Set()];
  let [requests, going] = [0, true];
  const started = performance.now();
  const ask = async (path: string) => {
    requests += 1;
    const answer = await fetch(new URL(path, url)).catch((fault: Error) => fault);
    const text = answer instanceof Error ? "" : await answer.text();
    if (answer instanceof Error || answer.status !== 200)
      wrong.push(`${path}: ${answer instanceof Error ? answer.message : answer.status}`);
    return text;
  };
  const reader = async () => {
    while (going) {
      const text = await ask("");
      pages.add(text);
      const style = /tai-nguyen\/[^"]+/.exec(text)?.[0] ?? "khong-co-kieu";
      if (!(await ask(style)).includes(style.replace("tai-nguyen/", ""))) wrong.push(`${style}: mixed`);
      await setTimeout(10);
    }
  };
  const readers = Promise.all(Array.from({ length: 8 }, () => reader()));
  const stop = async () => {
    going = false;
    await readers;
    return { wrong, pages, perSecond: (requests / (performance.now() - started)) * 1000 };
  };
  return { stop };
}

function rawHeaders(url: URL, encoding: string) {
  return new Promise<NodeJS.Dict<string | string[]>>((resolve, reject) => {
    get(url, { headers: { "accept-encoding": encoding } }, (answer) => {
      answer.resume().on("end", () => resolve(answer.headers));
    }).on("error", reject);
  });
}
