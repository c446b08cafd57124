// A word with a digit that is joined by hyphens, or a range of numbers: "Covid-19", "26-4-2022", "2262/BYT-CNTT", "55,4–56,7%".
const joined = /(?=[^\s<]*\d)[\p{L}\p{N}.,/]+(?:[-–][\p{L}\p{N}.,%/]+)+/gu;
// What holds no prose, keeps its words whole by itself, or lays out its parts one beside the other, which a part in its midst
// would tear apart: links and buttons do, other than in headings.
const kept = /^(?:head|svg|table|code|pre|script|select|textarea|a|button|summary|footer|nav)$/;
const heading = /^h[1-6]$/;
const tag = /<(\/?)([a-z][a-z0-9]*)\b(?:"[^"]*"|'[^']*'|[^"'>])*>/g;
const longest = 24;

/**
 * A page whose dates, ranges and names such as "Covid-19" are not broken at the end of a line. Their letters stay as they
 * are, so that they are found, copied and read out as before: a hyphen that does not break is another letter.
 */
export function unbroken(html: string): string {
  let [out, from, depth, inside, titled] = ["", 0, 0, "", false];
  for (const { 0: whole, 1: closes, 2: name = "", index } of html.matchAll(tag)) {
    const text = html.slice(from, index);
    out += (inside === "" ? wrapped(text) : text) + whole;
    from = index + whole.length;
    if (heading.test(name)) titled = closes === "";
    if (inside === "" && closes === "" && isKept(name, titled)) [inside, depth] = [name, 1];
    else if (name === inside) depth += closes === "" ? 1 : -1;
    if (depth === 0) inside = "";
  }
  return out + html.slice(from);
}

function isKept(name: string, titled: boolean): boolean {
  return kept.test(name) && !(titled && name === "a");
}

function wrapped(text: string): string {
  if (!/\d/.test(text)) return text;
  return text.replace(joined, (word) => (word.length > longest ? word : `<span class="joined">${word}</span>`));
}
