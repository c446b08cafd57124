import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CHECKSUMS, SIGNATURE } from "@tiendo/release";

/**
 * Takes the signature of a day that is published again over to the new folder where it still holds: where every byte is the same.
 * @param say told where the new folder is another one, which has to be signed again
 */
export async function keepSignature(earlier: string, folder: string, say: (line: string) => void): Promise<void> {
  const signature = await readIfThere(join(earlier, SIGNATURE));
  if (signature === null) return;
  const [before, now] = await Promise.all([earlier, folder].map((place) => readIfThere(join(place, CHECKSUMS))));
  if (before && now && before.equals(now)) {
    await writeFile(join(folder, SIGNATURE), signature);
    return;
  }
  say(
    `${earlier}: nội dung đã đổi, chữ ký cũ không còn hiệu lực; hãy ký lại bằng tiendo sign | its content has changed and the earlier signature holds no more; sign it again with tiendo sign`,
  );
}

async function readIfThere(path: string): Promise<Buffer | null> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
