import { describe, expect, onTestFinished, test } from "vitest";
import { directoryTarget } from "../src/target/directory.ts";
import { verifyPublic } from "../src/verify/verify-public.ts";
import { delivering } from "./delivering.ts";
import { givenFolders, page, releaseFrom, siteFiles } from "./site.ts";
import { type Said, startStatic } from "./static-server.ts";

const given = givenFolders();

/** What is found of a site of which this is wrong. */
async function found(spoil: (said: Said, path: string) => void, files: Record<string, string> = {}): Promise<string[]> {
  const made = await releaseFrom(given.folder, { ...siteFiles("Một", { pages: 1 }), ...files });
  await delivering(await directoryTarget(given.target), made);
  const server = await startStatic(given.folder, [], spoil);
  onTestFinished(server.stop);
  const { findings } = await verifyPublic(made.manifest, server.url);
  return findings.map(({ where, en }) => `${where}: ${en}`);
}

const at = (wanted: string, change: (said: Said) => void) => (said: Said, path: string) => {
  if (path === `/tien-do/${wanted}`) change(said);
};
const header = (name: string, value: string | undefined) => (said: Said) => {
  if (value === undefined) delete said.headers[name];
  else said.headers[name] = value;
};
const style = "tai-nguyen/Page.aaaaaaaa.css";
const csp = (text: string) => header("content-security-policy", text);

describe("verifying what is public", () => {
  test("finds nothing where all is as delivered", async () => {
    expect(await found(() => undefined)).toEqual([]);
  });

  test.each<[string, string, (said: Said) => void, RegExp]>([
    [
      "an error",
      "",
      (said) => {
        said.status = 500;
      },
      /: the server answered 500; expected 200/,
    ],
    [
      "another content",
      "trang-0/",
      (said) => {
        said.body = Buffer.from("x");
        said.headers["content-encoding"] = "identity";
      },
      /is not what was delivered/,
    ],
    [
      "a redirect off the origin",
      "",
      (said) => {
        said.status = 302;
        said.headers.location = "https://khac.example/";
      },
      /redirects off the origin, to https:\/\/khac.example\//,
    ],
    [
      "a redirect to the same place under another scheme",
      "",
      (said) => {
        said.status = 301;
        said.headers.location = "https://127.0.0.1/tien-do/";
      },
      /redirects off the origin/,
    ],
    [
      "a redirect within the origin",
      "",
      (said) => {
        said.status = 302;
        said.headers.location = "/dang-nhap";
      },
      /redirects to \/dang-nhap; expected 200/,
    ],
    [
      "a redirect of a page without its slash to an inner name",
      "trang-0",
      (said) => {
        said.headers.location = "http://may-trong:8080/tien-do/trang-0/";
      },
      /redirects to http:\/\/may-trong:8080/,
    ],
    [
      "another type",
      "",
      header("content-type", "text/plain; charset=utf-8"),
      /Content-Type is "text\/plain; charset=utf-8"; expected/,
    ],
    ["another charset", "", header("content-type", "text/html; charset=windows-1258"), /Content-Type is/],
    [
      "a page to be kept for a day",
      "",
      header("cache-control", "max-age=86400"),
      /Cache-Control is "max-age=86400"; expected "max-age ≤ 600"/,
    ],
    ["a page without a word on caching", "", header("cache-control", undefined), /Cache-Control is "absent"/],
    [
      "a style to be asked for again",
      style,
      header("cache-control", "max-age=300"),
      /expected "max-age=31536000, immutable"/,
    ],
    ["no nosniff", style, header("x-content-type-options", undefined), /X-Content-Type-Options is "absent"/],
    ["no referrer policy", "", header("referrer-policy", undefined), /Referrer-Policy is "absent"/],
    ["no permissions policy", "", header("permissions-policy", undefined), /Permissions-Policy is "absent"/],
    ["no content security policy", "", csp(""), /Content-Security-Policy is ""; expected "default-src 'none'"/],
    [
      "a policy that allows inline script",
      "",
      csp("default-src 'self'; script-src 'self' 'unsafe-inline'; frame-ancestors 'self'"),
      /expected "script-src 'self'"/,
    ],
    [
      "a policy that allows others' script",
      "",
      csp("default-src 'self'; script-src https://cdn.example; frame-ancestors 'self'"),
      /expected "script-src 'self'"/,
    ],
    ["a page that anybody may frame", "", csp("default-src 'self'"), /expected "frame-ancestors 'self'"/],
    [
      "a missing page found",
      "khong-co-trang-nay/",
      (said) => {
        said.status = 200;
      },
      /the server answered 200; expected 404/,
    ],
    [
      "another page for what is not there",
      "khong-co-trang-nay/",
      (said) => {
        said.body = Buffer.from("Not found");
      },
      /is not the 404.html/,
    ],
    [
      "the server's settings open to all",
      ".htaccess",
      (said) => {
        said.status = 200;
      },
      /can be read by anybody/,
    ],
  ])("finds %s, names the address, and nothing else", async (_, path, change, complaint) => {
    const lines = await found(at(path, change));
    expect(lines).toEqual([expect.stringMatching(complaint)]);
    expect(lines[0]).toMatch(new RegExp(`^/tien-do/${path}: `));
  });

  test("finds pages that were built for another path", async () => {
    const other = page("Khác").replace("/tien-do/", "/");
    expect(await found(() => undefined, { "trang-0/index.html": other })).toEqual([
      expect.stringMatching(/^\/tien-do\/trang-0\/: leads to \/tai-nguyen\/.*, outside \/tien-do\/; build again/),
    ]);
  });

  test("finds a packed form that differs from the page, though the plain one is right", async () => {
    const lines = await found(
      at("", (said) => {
        if (said.headers["content-encoding"] !== "br") return;
        delete said.headers["content-encoding"];
        said.body = Buffer.from("cũ");
      }),
    );
    expect(lines).toEqual(["/tien-do/: its content is not what was delivered (Accept-Encoding: br)"]);
  });

  test("says that the portal cannot be reached, instead of naming every page", async () => {
    const made = await releaseFrom(given.folder, siteFiles("Một"));
    await expect(verifyPublic(made.manifest, new URL("http://127.0.0.1:1/"))).rejects.toThrow(
      /the portal cannot be reached \(.*--url/,
    );
  });
});
