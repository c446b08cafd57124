import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import type { ServeOptions } from "./options.ts";
import { packed } from "./packed.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".jsonld": "application/ld+json; charset=utf-8",
  ".parquet": "application/vnd.apache.parquet",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  "": "text/plain; charset=utf-8",
};
/** What the portal's server sends with every file; the policy allows everything from here, no script or style in the page. */
const safety = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
};

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
  const bytes = takesBrotli(request) ? packed(file) : null;
  response.writeHead(status, {
    "Content-Type": types[extname(file)] ?? "application/octet-stream",
    ...(bytes === null ? {} : { "Content-Encoding": "br", "Content-Length": bytes.length }),
    Vary: "Accept-Encoding",
    // A file that is named by its content never changes; a page may be built again at any time.
    "Cache-Control": file.includes("/tai-nguyen/") ? "public, max-age=31536000, immutable" : "no-cache",
    ...safety,
  });
  if (request.method === "HEAD") response.end();
  else if (bytes !== null) response.end(bytes);
  else createReadStream(file).pipe(response);
}

function takesBrotli({ headers }: IncomingMessage): boolean {
  return /\bbr\b/.test(String(headers["accept-encoding"] ?? ""));
}
