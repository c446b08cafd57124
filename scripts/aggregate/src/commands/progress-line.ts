/** A line on a terminal that says how far a long file has been read; silent where nobody looks. */
export function progressLine(stream: NodeJS.WriteStream = process.stderr) {
  let shown = false;
  return {
    show(file: string, rows: number): void {
      if (!stream.isTTY) return;
      shown = true;
      stream.write(`\r\x1b[K${file}: ${rows.toLocaleString("vi-VN")} dòng | rows`);
    },
    end(): void {
      if (shown) stream.write("\r\x1b[K");
    },
  };
}
