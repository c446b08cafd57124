const said: ReadonlyArray<[RegExp, string]> = [
  [/^required option '(.*)' not specified/, "thiếu $1"],
  [/^missing required argument '(.*)'/, "thiếu <$1>"],
  [/^unknown option '(.*)'/, "không có tùy chọn $1"],
  [/^unknown command '(.*)'/, "không có lệnh “$1”"],
  [/^option '(.*)' argument missing/, "thiếu giá trị của $1"],
  [/^option '(.*)' argument '(.*)' is invalid\./, "$1 không nhận “$2”"],
  [/^too many arguments/, "thừa đối số"],
];

/** What commander says of a wrong use, with the same in Vietnamese before it, and where to read on. */
export function wrongUse(text: string): string {
  const english = text.replace(/^error: /, "").trim();
  const [pattern, vi] = said.find(([known]) => known.test(english)) ?? [];
  const found = pattern?.exec(english)?.[0] ?? "";
  const vietnamese = pattern === undefined ? "dùng sai" : `dùng sai: ${found.replace(pattern, vi ?? "")}`;
  return `${vietnamese} | wrong use: ${english}\nCách dùng | Usage: npm run deliver -- --help\n`;
}
