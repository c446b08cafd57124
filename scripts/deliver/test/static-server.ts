import { readFile } from "node:fs/promises";
import { createServer, type OutgoingHttpHeaders, type Server } from "node:http";
import { extname, join } from "node:path";
import { isHashedAsset } from "../src/release/hashed-asset.ts";
import type { Running } from "./servers.ts";

/** What a server says; a test may spoil it. */
export interface Said {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  ...{ ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8" },
  ...{
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    "": "text/plain; charset=utf-8",
  },
  ".jsonld": "application/ld+json; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors";

/** A plain file server in this process, which every machine has, for a target under `/tien-do/`. */
export async function startStatic(
  folder: string,
  embedOrigins: string[] = [],
  spoil: (said: Said, path: string) => void = () => undefined,
): Promise<Running> {
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    const said = await answer(join(folder, "target/current"), path, request.headers["accept-encoding"] ?? "");
    said.headers["content-security-policy"] =
      `${policy} ${path.includes("/embed/") ? ["'self'", ...embedOrigins].join(" ") : "'self'"}`;
    spoil(said, path);
    response.writeHead(said.status, said.headers).end(said.body);
  });
  const port = await listening(server);
  const stop = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: new URL(`http://127.0.0.1:${port}/tien-do/`), stop };
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : 0);
    });
  });
}

async function answer(root: string, path: string, encodings: string): Promise<Said> {
  const name = path.replace("/tien-do/", "").replace(/(^|\/)$/, "$1index.html");
  const plain = /(^|\/)\.|%/.test(name) ? null : await read(join(root, name));
  if (plain === null && (await read(join(root, name, "index.html"))) !== null)
    return { status: 301, headers: { location: `${path}/` }, body: Buffer.alloc(0) };
  if (plain === null)
    return {
      status: 404,
      headers: headersOf("404.html"),
      body: (await read(join(root, "404.html"))) ?? Buffer.alloc(0),
    };
  for (const [encoding, ending] of [
    ["br", "br"],
    ["gzip", "gz"],
  ] as const) {
    const packed = encodings.includes(encoding) ? await read(join(root, `${name}.${ending}`)) : null;
    if (packed !== null)
      return { status: 200, headers: { ...headersOf(name), "content-encoding": encoding }, body: packed };
  }
  return { status: 200, headers: headersOf(name), body: plain };
}

function headersOf(name: string): OutgoingHttpHeaders {
  return {
    "content-type": types[extname(name)] ?? "application/octet-stream",
    "cache-control": isHashedAsset(name) ? "public, max-age=31536000, immutable" : "public, max-age=300",
    "x-content-type-options": "nosniff",
    ...{ "referrer-policy": "no-referrer", "permissions-policy": "camera=()", vary: "Accept-Encoding" },
  };
}

const read = (file: string) => readFile(file).catch(() => null);
