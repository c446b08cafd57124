import { createHash, createHmac } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";

/** A host key as people compare it: `SHA256:…`, as `ssh-keygen -l` prints it. */
export function fingerprint(key: Buffer): string {
  return `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
}

/** The type that a host key names itself, such as `ssh-ed25519`. */
export function keyType(key: Buffer): string {
  return key.subarray(4, 4 + key.readUInt32BE(0)).toString("latin1");
}

/** Host keys that a `known_hosts` file of OpenSSH holds for a host; none where there is no such file. */
export function knownKeys(file: string, host: string, port: number): Buffer[] {
  if (!existsSync(file)) return [];
  const name = port === 22 ? host : `[${host}]:${port}`;
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line) => keyOf(line.trim(), name));
}

// Marked lines (@revoked, @cert-authority) and patterns say more than "this is its key", and are left to ssh itself.
function keyOf(line: string, name: string): Buffer[] {
  const [names, , key] = line.split(/\s+/);
  if (line.startsWith("#") || line.startsWith("@") || names === undefined || key === undefined) return [];
  return names.split(",").some((known) => known === name || isHashOf(known, name)) ? [Buffer.from(key, "base64")] : [];
}

function isHashOf(known: string, name: string): boolean {
  const [, salt, hash] = /^\|1\|([^|]+)\|([^|]+)$/.exec(known) ?? [];
  if (salt === undefined) return false;
  return createHmac("sha1", Buffer.from(salt, "base64")).update(name).digest("base64") === hash;
}
