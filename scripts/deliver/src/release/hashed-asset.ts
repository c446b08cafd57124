// The builder names these files by their content: the same address never has other bytes.
const hashed = /(?:^|\/)tai-nguyen\/[^/]+\.[A-Za-z0-9_-]{8}\.(?:css|js|svg|woff2)(?:\.(?:br|gz))?$/;

/** Whether a file's name follows from its content, so that browsers may keep it for good. */
export function isHashedAsset(path: string): boolean {
  return hashed.test(path);
}
