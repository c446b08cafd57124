const said: Array<[RegExp, string]> = [
  [/^missing required argument '(.*)'/, "thiếu <$1>"],
  [/^unknown option '(.*)'/, "không có tùy chọn $1"],
  [/^unknown command '(.*)'/, "không có lệnh “$1”"],
  [/^option '(.*)' argument missing/, "thiếu giá trị của $1"],
  [/^option '(.*)' argument '(.*)' is invalid\./, "$1 không nhận “$2”"],
  [/^too many arguments/, "thừa đối số"],
  [/^command-argument value '(.*)' is invalid/, "không nhận “$1”"],
];

/** What commander says of a wrong use, with the same in Vietnamese before it. */
export function wrongUse(text: string): string {
  const english = text.replace(/^error: /, "");
  const [found, vi] = said.find(([pattern]) => pattern.test(english)) ?? [];
  if (found === undefined || vi === undefined) return `dùng sai | wrong use: ${english}`;
  const first = found.exec(english)?.[0] ?? "";
  return `dùng sai: ${first.replace(found, vi)} | wrong use: ${english}`;
}
