import { readFileSync } from "node:fs";
import { z } from "zod";
import { DeliverRefusal } from "../refusal.ts";

/** The web servers that the project carries settings for. */
export const serverKinds = ["nginx", "apache"] as const;
export type ServerKind = (typeof serverKinds)[number];

/** What differs from portal to portal. */
export interface ServerSettings {
  /** The web root; under the base path it holds a link to the folder `current` of the target. */
  readonly root: string;
  /** Path under which the portal serves the site. */
  readonly base: string;
  readonly host: string;
  /** Sites that may show the embed pages inside theirs. */
  readonly embedOrigins: readonly string[];
}

/** The settings that the files of the project carry as their example. */
export const example: ServerSettings = {
  root: "/srv/cong",
  base: "/tien-do/",
  host: "soyte.example.vn",
  embedOrigins: [],
};

const files: Readonly<Record<ServerKind, string>> = { nginx: "nginx.conf", apache: "htaccess" };

/**
 * The settings file of a web server for one portal.
 * @throws {DeliverRefusal} for values that could say more to the server than they should
 */
export function serverFile(kind: ServerKind, settings: ServerSettings): string {
  refuseUnsafe(settings);
  const text = readFileSync(new URL(`../../server/${files[kind]}`, import.meta.url), "utf8");
  const filled = text
    .replace(`root ${example.root};`, `root ${settings.root};`)
    .replace(`location ${example.base} {`, `location ${settings.base} {`)
    .replaceAll(`${example.base}404.html`, `${settings.base}404.html`)
    .replace(`server_name ${example.host};`, `server_name ${settings.host};`);
  const line =
    settings.embedOrigins.length === 0 ? "" : embedLine[kind](["'self'", ...settings.embedOrigins].join(" "));
  return filled.replace(/ *# embed_origins\n/, line);
}

const embedLine: Readonly<Record<ServerKind, (ancestors: string) => string>> = {
  nginx: (ancestors) => `    "~/embed/" "${ancestors}";\n`,
  apache: (ancestors) =>
    `Header always edit Content-Security-Policy "frame-ancestors .*" "frame-ancestors ${ancestors}" "expr=%{REQUEST_URI} =~ m#/embed/#"\n`,
};

const Settings = z.object({
  root: z.string().regex(/^\/[A-Za-z0-9/._-]*$/),
  base: z.string().regex(/^\/([A-Za-z0-9._~-]+\/)*$/),
  host: z.string().regex(/^[A-Za-z0-9.-]+$/),
  embedOrigins: z.array(z.string().regex(/^https?:\/\/(\*\.)?[A-Za-z0-9.-]+(:\d+)?$/)),
});

function refuseUnsafe(settings: ServerSettings): void {
  const issue = Settings.safeParse(settings).error?.issues[0];
  if (issue === undefined) return;
  const where = issue.path.join(".");
  throw new DeliverRefusal(
    where,
    `giá trị không dùng được cho máy chủ web (${issue.message}); cần dạng như ${JSON.stringify(example)}`,
    `no value for a web server (${issue.message}); expected the form of the example`,
  );
}
