import { keyName, readPublicKey } from "../minisign/key.ts";
import { isSignedBy, readSignature, type Signature } from "../minisign/signature.ts";
import { ReleaseError } from "../release-error.ts";
import { checkDescription, checkFiles } from "./check-files.ts";
import { CHECKSUMS, readChecksums, SIGNATURE } from "./checksums.ts";
import { missing, type Problem, signatureProblem, unreadable } from "./problem.ts";
import { type Source, sourceAt } from "./source.ts";

/** How a folder is verified. */
export interface VerifyOptions {
  /** The publisher's public key, as the text of its file or its one line; without it the report's `public_key` counts. */
  key?: string;
  /** Hashes only, as before a signature is made. */
  ignoreSignature?: boolean;
}

/** What was found of a published folder. */
export interface Verification {
  /** Whether nothing is wrong with it. */
  ok: boolean;
  problems: Problem[];
  /** How many files were compared with their hashes. */
  files: number;
  /** False where files that nobody published would not be seen, as on the web. */
  listed: boolean;
  /** `good` only where the signature was checked with a key. */
  signature: "good" | "bad" | "absent" | "unchecked";
  /** Where the key came from: given by whoever verifies, or named by the folder itself. */
  keyFrom: "given" | "folder" | null;
  keyName: string | null;
  report: string | null;
  as_of: string | null;
}

/**
 * Verifies a published folder, on this machine or behind a web address.
 * @throws {ReleaseError} where the place cannot be reached or the given key is none
 */
export async function verifyFolder(place: string, options: VerifyOptions = {}): Promise<Verification> {
  const source = sourceAt(place);
  const list = await source.read(CHECKSUMS);
  if (list === null) return nothingProven([missing(CHECKSUMS)]);
  try {
    return await verifyList(source, list, readChecksums(list.toString("utf8")), options);
  } catch (error) {
    if (error instanceof ReleaseError && error.message.startsWith(CHECKSUMS))
      return nothingProven([unreadable(CHECKSUMS, "không đọc được", "cannot be read")]);
    throw error;
  }
}

async function verifyList(source: Source, list: Buffer, sums: Map<string, string>, options: VerifyOptions) {
  const problems = sums.has("datapackage.json") ? [] : [missing("datapackage.json")];
  problems.push(...(await checkFiles(source, sums)));
  const content = await source.read("datapackage.json");
  const description = content === null ? { described: null, problems: [] } : checkDescription(content, sums);
  const { described } = description;
  const named = described?.tiendo.report.public_key ?? null;
  const signed = await checkSignature(source, list, named, options);
  problems.push(...description.problems, ...signed.problems);
  const comment = signed.trustedComment;
  const expected = described === null ? null : `report:${described.name} as_of:${described.version}`;
  if (signed.signature === "good" && comment !== expected)
    problems.push(
      signatureProblem(
        SIGNATURE,
        `ký cho “${comment}”, cần “${expected}”`,
        `is of "${comment}"; expected "${expected}"`,
      ),
    );
  return {
    ...nothingProven(problems),
    ...{ files: sums.size, listed: (await source.names()) !== null },
    ...{ signature: signed.signature, keyFrom: signed.keyFrom, keyName: signed.keyName },
    ...{ report: described?.name ?? null, as_of: described?.version ?? null },
  };
}

type Signed = Pick<Verification, "signature" | "keyFrom" | "keyName" | "problems"> & { trustedComment: string | null };

async function checkSignature(
  source: Source,
  list: Buffer,
  named: string | null,
  options: VerifyOptions,
): Promise<Signed> {
  const key = options.key ?? named;
  const keyFrom = options.key !== undefined ? "given" : named === null ? null : "folder";
  const none: Signed = { signature: "absent", keyFrom, keyName: null, problems: [], trustedComment: null };
  if (options.ignoreSignature === true) return none;
  const content = await source.read(SIGNATURE);
  if (content === null)
    return key === null
      ? none
      : { ...none, problems: [signatureProblem(SIGNATURE, "thiếu chữ ký", "the signature is missing")] };
  const signature = signatureIn(content);
  if (signature === null)
    return {
      ...none,
      signature: "bad",
      problems: [signatureProblem(SIGNATURE, "không phải chữ ký minisign", "is no minisign signature")],
    };
  const found = { ...none, keyName: keyName(signature.id), trustedComment: signature.trustedComment };
  if (key === null) return { ...found, signature: "unchecked" };
  const problem = signatureFault(key, list, signature);
  return problem === null ? { ...found, signature: "good" } : { ...found, signature: "bad", problems: [problem] };
}

function signatureFault(text: string, list: Buffer, signature: Signature): Problem | null {
  const key = readPublicKey(text);
  if (isSignedBy(key, list, signature)) return null;
  const [found, expected] = [keyName(signature.id), keyName(key.id)];
  if (found !== expected)
    return signatureProblem(
      SIGNATURE,
      `ký bằng khóa ${found}, cần khóa ${expected}`,
      `made with key ${found}; expected key ${expected}`,
    );
  return signatureProblem(
    SIGNATURE,
    `chữ ký không khớp với ${CHECKSUMS} hoặc không phải của khóa ${expected}`,
    `does not fit ${CHECKSUMS}, or is not of key ${expected}`,
  );
}

function signatureIn(content: Buffer): Signature | null {
  try {
    return readSignature(content.toString("utf8"));
  } catch (error) {
    if (error instanceof ReleaseError) return null;
    throw error;
  }
}

function nothingProven(problems: Problem[]): Verification {
  return {
    ...{ ok: problems.length === 0, problems, files: 0, listed: true },
    ...{ signature: "absent", keyFrom: null, keyName: null, report: null, as_of: null },
  };
}
