import { createPrivateKey, createPublicKey, randomBytes, scryptSync, timingSafeEqual } from "node:crypto";
import { ReleaseError } from "../release-error.ts";
import { blake2b } from "./blake2b.ts";

/** A public key: the identifier that signatures carry, and the 32 bytes of the point. */
export interface PublicKey {
  id: Buffer;
  point: Buffer;
}

/** A key that signs: its seed is the secret. */
export interface SecretKey extends PublicKey {
  seed: Buffer;
}

// 128 MB and about half a second for each password that is tried; minisign reads the limits from the file.
const COST = 2 ** 17;
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** A new pair of keys. Random by nature: the only thing here whose bytes differ each time. */
export function newKey(): SecretKey {
  const seed = randomBytes(32);
  return { id: randomBytes(8), seed, point: pointOf(seed) };
}

function pointOf(seed: Buffer): Buffer {
  return createPublicKey(privateKeyObject(seed)).export({ format: "der", type: "spki" }).subarray(SPKI.length);
}

/** The key as `node:crypto` signs with it. */
export function privateKeyObject(seed: Buffer) {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
}

/** The key as `node:crypto` verifies with it. */
export function publicKeyObject(point: Buffer) {
  return createPublicKey({ key: Buffer.concat([SPKI, point]), format: "der", type: "spki" });
}

/** The identifier as minisign prints it. */
export function keyName(id: Buffer): string {
  return Buffer.from(id).reverse().toString("hex").toUpperCase();
}

/** The one line of a public key that a report or a web page names. */
export function publicKeyLine({ id, point }: PublicKey): string {
  return Buffer.concat([Buffer.from("Ed"), id, point]).toString("base64");
}

/** The text of a `.pub` file, as minisign writes it. */
export function publicKeyText(key: PublicKey): string {
  return `untrusted comment: minisign public key ${keyName(key.id)}\n${publicKeyLine(key)}\n`;
}

/** Reads a public key from its file's text or from its one line. @throws {ReleaseError} where it is none */
export function readPublicKey(text: string): PublicKey {
  const bytes = Buffer.from(lastLine(text), "base64");
  if (bytes.length !== 42 || bytes.toString("latin1", 0, 2) !== "Ed")
    throw new ReleaseError(
      "không phải khóa công khai minisign; cần một dòng 56 ký tự bắt đầu bằng RW | no minisign public key; expected a line of 56 characters that begins with RW",
    );
  return { id: bytes.subarray(2, 10), point: bytes.subarray(10) };
}

/** The text of a key file that minisign reads too, encrypted with the password. */
export function secretKeyText(key: SecretKey, password: string): string {
  const salt = randomBytes(32);
  const head = Buffer.alloc(54);
  head.write("EdScB2");
  head.set(salt, 6);
  // The limits that make libsodium choose this cost: 32 operations and 1,024 bytes for each.
  head.writeBigUInt64LE(BigInt(32 * COST), 38);
  head.writeBigUInt64LE(BigInt(1024 * COST), 46);
  const body = Buffer.concat([key.id, key.seed, key.point, checksum(key)]);
  const hidden = veiled(body, password, salt, { N: COST, p: 1 });
  const encoded = Buffer.concat([head, hidden]).toString("base64");
  return `untrusted comment: minisign encrypted secret key\n${encoded}\n`;
}

/** Reads an encrypted key file. @throws {ReleaseError} where it is none, or the password is wrong */
export function readSecretKey(text: string, password: string): SecretKey {
  const bytes = Buffer.from(lastLine(text), "base64");
  if (bytes.length !== 158 || bytes.toString("latin1", 0, 6) !== "EdScB2")
    throw new ReleaseError(
      "không phải khóa bí mật minisign có mật khẩu | no minisign secret key that is protected by a password",
    );
  const cost = scryptCost(Number(bytes.readBigUInt64LE(38)), Number(bytes.readBigUInt64LE(46)));
  const body = veiled(bytes.subarray(54), password, bytes.subarray(6, 38), cost);
  const [id, seed, point] = [body.subarray(0, 8), body.subarray(8, 40), body.subarray(40, 72)];
  if (!timingSafeEqual(checksum({ id, seed, point }), body.subarray(72)))
    throw new ReleaseError("sai mật khẩu của khóa | wrong password for the key");
  return { id, seed, point };
}

/** How libsodium turns its two limits into scrypt's cost with r = 8, which decides whether old keys open. */
function scryptCost(operations: number, memory: number): { N: number; p: number } {
  const limited = Math.max(32_768, operations);
  const largest = limited < memory / 32 ? limited / 32 : memory / 1024;
  let N = 2;
  while (N <= largest / 2) N *= 2;
  return { N, p: limited < memory / 32 ? 1 : Math.max(1, Math.floor(limited / 4 / N / 8)) };
}

function veiled(body: Buffer, password: string, salt: Buffer, { N, p }: { N: number; p: number }): Buffer {
  const stream = scryptSync(password, salt, body.length, { N, r: 8, p, maxmem: 2 ** 21 + 1024 * (N + p) * 2 });
  return Buffer.from(body.map((byte, index) => byte ^ (stream[index] ?? 0)));
}

function checksum({ id, seed, point }: SecretKey): Buffer {
  return blake2b(Buffer.concat([Buffer.from("Ed"), id, seed, point]), 32);
}

function lastLine(text: string): string {
  return text.trim().split(/\r?\n/).at(-1) ?? "";
}
