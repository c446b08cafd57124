export { CHECKSUMS, readChecksums, SIGNATURE, sha256 } from "./folder/checksums.ts";
export type { Problem } from "./folder/problem.ts";
export { signFolder, trustedComment } from "./folder/sign-folder.ts";
export { type Verification, type VerifyOptions, verifyFolder } from "./folder/verify-folder.ts";
export { proven } from "./folder/words.ts";
export {
  keyName,
  newKey,
  type PublicKey,
  publicKeyLine,
  publicKeyText,
  readPublicKey,
  readSecretKey,
  type SecretKey,
  secretKeyText,
} from "./minisign/key.ts";
export { isSignedBy, readSignature, type Signature, signContent } from "./minisign/signature.ts";
export { ReleaseError } from "./release-error.ts";
