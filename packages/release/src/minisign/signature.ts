import { createHash, sign, verify } from "node:crypto";
import { ReleaseError } from "../release-error.ts";
import { keyName, type PublicKey, privateKeyObject, publicKeyObject, type SecretKey } from "./key.ts";

/** A signature as it lies beside a file. */
export interface Signature {
  /** Identifier of the key it was made with. */
  id: Buffer;
  ofContent: Buffer;
  /** Signed too, so it can be relied on. */
  trustedComment: string;
  ofComment: Buffer;
}

/** Signs prehashed content, as minisign does; the same key, content and comment give the same bytes. */
export function signContent(key: SecretKey, content: Uint8Array, trustedComment: string): string {
  const secret = privateKeyObject(key.seed);
  const ofContent = sign(null, prehash(content), secret);
  const ofComment = sign(null, Buffer.concat([ofContent, Buffer.from(trustedComment)]), secret);
  return [
    `untrusted comment: signature from minisign secret key ${keyName(key.id)}`,
    Buffer.concat([Buffer.from("ED"), key.id, ofContent]).toString("base64"),
    `trusted comment: ${trustedComment}`,
    ofComment.toString("base64"),
    "",
  ].join("\n");
}

/** Reads a `.minisig` file. @throws {ReleaseError} where it is none */
export function readSignature(text: string): Signature {
  const [, content = "", comment = "", global = ""] = text.split(/\r?\n/);
  const bytes = Buffer.from(content, "base64");
  const ofComment = Buffer.from(global, "base64");
  const head = "trusted comment: ";
  if (
    bytes.length !== 74 ||
    bytes.toString("latin1", 0, 2) !== "ED" ||
    ofComment.length !== 64 ||
    !comment.startsWith(head)
  )
    throw new ReleaseError("không phải chữ ký minisign (ED) | no minisign signature (ED)");
  return {
    id: bytes.subarray(2, 10),
    ofContent: bytes.subarray(10),
    trustedComment: comment.slice(head.length),
    ofComment,
  };
}

/** Whether both the content and the trusted comment were signed with this key. */
export function isSignedBy(key: PublicKey, content: Uint8Array, signature: Signature): boolean {
  const point = publicKeyObject(key.point);
  const comment = Buffer.concat([signature.ofContent, Buffer.from(signature.trustedComment)]);
  return (
    key.id.equals(signature.id) &&
    verify(null, prehash(content), point, signature.ofContent) &&
    verify(null, comment, point, signature.ofComment)
  );
}

function prehash(content: Uint8Array): Buffer {
  return createHash("blake2b512").update(content).digest();
}
