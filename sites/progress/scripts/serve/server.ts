import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { ServeOptions } from "./options.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
  ".jsonld": "application/ld+json; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  "": "text/plain; charset=utf-8",
};
/** The policy that the pages are made for: everything from here, no script, no style in the page. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

/** Serves a built folder on 127.0.0.1; resolves once it listens. */
export async function serveSite(options: ServeOptions): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => answer(options, request, response));
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${port}${options.base}` };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE" && port < 65_535) resolve(listen(server, port + 1));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => resolve());
  });
}

function answer(options: ServeOptions, request: IncomingMessage, response: ServerResponse): void {
  const path = decodedPath(request.url ?? "/");
  const file = path === null ? null : fileOf(options, path);
  const folder = path === null || file !== null ? null : fileOf(options, `${path}/`);
  if (folder !== null) response.writeHead(301, { Location: encodeURI(`${path}/`) }).end();
  else if (file === null) send(request, response, join(options.out, "404.html"), 404);
  else send(request, response, file, 200);
}

function decodedPath(url: string): string | null {
  try {
    return decodeURIComponent(new URL(url, "http://127.0.0.1").pathname);
  } catch {
    return null;
  }
}

/** The file of an address under the base path, or null; never one outside the folder. */
function fileOf({ out, base }: ServeOptions, path: string): string | null {
  const relative = relativeTo(base, path);
  if (relative === null || normalize(`/${relative}`) !== `/${relative}`) return null;
  const file = join(out, relative.endsWith("/") || relative === "" ? `${relative}index.html` : relative);
  return existsSync(file) && statSync(file).isFile() ? file : null;
}

function relativeTo(base: string, path: string): string | null {
  return path.startsWith(base) ? path.slice(base.length) : null;
}

function send(request: IncomingMessage, response: ServerResponse, file: string, status: number): void {
  response.writeHead(status, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    "Content-Security-Policy": policy,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}
