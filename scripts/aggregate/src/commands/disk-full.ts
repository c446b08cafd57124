const codes = ["ENOSPC", "EDQUOT", "EFBIG"];
const words = /No space left on device|Disk quota exceeded|File too large|max_temp_directory_size/i;

/**
 * What to tell where a disk had no room for what was being written; null for any other error.
 * @param folder what was written to, where the error does not say
 */
export function diskFull(error: unknown, folder: string): string | null {
  if (!(error instanceof Error)) return null;
  const { code = "", path } = error as NodeJS.ErrnoException;
  if (!codes.includes(code) && !words.test(error.message)) return diskFull(error.cause, folder);
  const place = path ?? /"([^"]+)"/.exec(error.message.split("\n")[0] ?? "")?.[1] ?? folder;
  const where = place === "" ? "" : `: ${place}`;
  return `đĩa hết chỗ${where}; giải phóng chỗ rồi chạy lại | the disk is full${where}; free some room and run again`;
}
