import { createHash } from "node:crypto";

/** An id that a thing keeps wherever it is served from: a UUID (version 8, RFC 9562) of its name's SHA-256. */
export function lastingId(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join("-")}`;
}
