import { readFileSync } from "node:fs";

const settings = new URL("../../deliver/server/nginx.conf", import.meta.url);

/** The headers that the portal's nginx sends with every page, but how long it may be kept. */
export function portalHeaders(): Map<string, string> {
  const lines = readFileSync(settings, "utf8").matchAll(/add_header (\S+) "?([^"]+?)"? always;/g);
  const headers = [...lines].map(([, name = "", value = ""]) => [name, value] as const);
  // Embed pages aside, this site alone may show a page in a frame.
  const told = headers.map(([name, value]) => [name, value.replace("$tiendo_frame_ancestors", "'self'")] as const);
  return new Map(told.filter(([name]) => name !== "Cache-Control"));
}

/** Refuses a server that sends a page otherwise than the portal does: what is measured of it would be true of no reader. */
export async function refuseOtherHeaders(address: string): Promise<void> {
  const { headers } = await fetch(address, { headers: { "Accept-Encoding": "br" } });
  if (headers.get("content-encoding") !== "br") throw new Error(`${address} does not come packed with Brotli`);
  for (const [name, value] of portalHeaders()) {
    const found = headers.get(name);
    if (found !== value) throw new Error(`${address} has ${name} "${found}"; nginx.conf says "${value}"`);
  }
}
