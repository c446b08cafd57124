import { extname } from "node:path";
import { isHashedAsset } from "../release/hashed-asset.ts";
import type { Finding } from "./finding.ts";

type Complaint = Omit<Finding, "where">;

const types: Readonly<Record<string, RegExp>> = {
  "": /^text\/plain; ?charset=utf-8$/i,
  ".css": /^text\/css; ?charset=utf-8$/i,
  ".csv": /^text\/csv; ?charset=utf-8$/i,
  ".html": /^text\/html; ?charset=utf-8$/i,
  ".js": /^(text|application)\/javascript; ?charset=utf-8$/i,
  ".json": /^application\/json(; ?charset=utf-8)?$/i,
  ".jsonld": /^application\/ld\+json(; ?charset=utf-8)?$/i,
  ".parquet": /^application\/(vnd\.apache\.parquet|octet-stream)$/i,
  ".png": /^image\/png$/i,
  ".svg": /^image\/svg\+xml(; ?charset=utf-8)?$/i,
  ".txt": /^text\/plain; ?charset=utf-8$/i,
  ".woff2": /^font\/woff2$/i,
  ".xlsx": /^application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet$/i,
  ".xml": /^(application|text)\/(atom\+|rss\+)?xml(; ?charset=utf-8)?$/i,
};

/** What is wrong with the headers that a file came with, in the eyes of a browser that is to be kept safe. */
export function headerComplaints(path: string, headers: Headers): Complaint[] {
  return [...typeComplaint(path, headers), ...cacheComplaint(path, headers), ...securityComplaints(path, headers)];
}

function typeComplaint(path: string, headers: Headers): Complaint[] {
  const expected = types[extname(path)];
  const found = headers.get("content-type");
  if (expected === undefined || (found !== null && expected.test(found))) return [];
  return [wrongHeader("Content-Type", found, expected.source.replace(/[\\^$]/g, ""))];
}

/** Longest time in seconds for which a page may be shown without asking whether it has changed. */
const PAGE_MAX_AGE = 600;
const YEAR = 31_536_000;

function cacheComplaint(path: string, headers: Headers): Complaint[] {
  const found = headers.get("cache-control");
  const maxAge = Number(/(?:^|[ ,])max-age=(\d+)/.exec(found ?? "")?.[1] ?? Number.NaN);
  if (isHashedAsset(path)) {
    const lasting = maxAge >= YEAR && found?.includes("immutable");
    return lasting ? [] : [wrongHeader("Cache-Control", found, `max-age=${YEAR}, immutable`)];
  }
  const short = maxAge <= PAGE_MAX_AGE || /no-cache|no-store/.test(found ?? "");
  return short && !found?.includes("immutable")
    ? []
    : [wrongHeader("Cache-Control", found, `max-age ≤ ${PAGE_MAX_AGE}`)];
}

/** The headers that keep the public safe, and nothing else: they hold for the page that says "not found" too. */
export function securityComplaints(path: string, headers: Headers): Complaint[] {
  const complaints = [];
  const sniff = headers.get("x-content-type-options");
  if (sniff !== "nosniff") complaints.push(wrongHeader("X-Content-Type-Options", sniff, "nosniff"));
  for (const name of ["Referrer-Policy", "Permissions-Policy"])
    if ((headers.get(name) ?? "") === "") complaints.push(wrongHeader(name, null, "…"));
  return [...complaints, ...policyComplaints(path, headers.get("content-security-policy"))];
}

function policyComplaints(path: string, text: string | null): Complaint[] {
  const policy = new Map((text ?? "").split(";").map((part) => splitDirective(part.trim())));
  const complaint = (expected: string) => [wrongHeader("Content-Security-Policy", text, expected)];
  const base = policy.get("default-src");
  if (base !== "'none'" && base !== "'self'") return complaint("default-src 'none'");
  const code = ["script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr"];
  const loose = code.filter((name) => !/^('self'|'none')?$/.test(policy.get(name) ?? ""));
  if (loose.length > 0) return complaint(`${loose[0]} 'self'`);
  const ancestors = policy.get("frame-ancestors") ?? "*";
  if (isEmbed(path) ? ancestors.split(" ").includes("*") : !/^'(self|none)'$/.test(ancestors))
    return complaint("frame-ancestors 'self'");
  return [];
}

/** Whether a page is made to be shown inside other sites' pages. */
export function isEmbed(path: string): boolean {
  return path.split("/").includes("embed");
}

function splitDirective(text: string): [string, string] {
  const [name = "", ...values] = text.split(/\s+/);
  return [name.toLowerCase(), values.join(" ")];
}

function wrongHeader(name: string, found: string | null, expected: string): Complaint {
  return {
    vi: `${name} là “${found ?? "không có"}”, cần “${expected}”`,
    en: `${name} is "${found ?? "absent"}"; expected "${expected}"`,
  };
}
