import { expect, test } from "vitest";
import { unbroken } from "../src/format/unbroken.ts";

const whole = (word: string) => `<span class="joined">${word}</span>`;

test("a date, a range and a name with a number are kept on one line, in prose alone, and no letter is changed", () => {
  const prose: [html: string, expected: string][] = [
    ["<h1>Tiêm Covid-19 đến 26-4-2022.</h1>", `<h1>Tiêm ${whole("Covid-19")} đến ${whole("26-4-2022.")}</h1>`],
    ["<p>(55,4–56,7% nếu kể cả)</p>", `<p>(${whole("55,4–56,7%")} nếu kể cả)</p>`],
    ['<h3><a href="#a">26-4-2022</a></h3>', `<h3><a href="#a">${whole("26-4-2022")}</a></h3>`],
    ["<p>CV 2262/BYT-CNTT</p>", `<p>CV ${whole("2262/BYT-CNTT")}</p>`],
    ["<head></head><header>1-2</header>", `<head></head><header>${whole("1-2")}</header>`],
    [
      "<table><td><table>1-2</table>3-4</td></table>5-6",
      `<table><td><table>1-2</table>3-4</td></table>${whole("5-6")}`,
    ],
  ];
  for (const [html, expected] of prose) expect(unbroken(`${html}<p>.</p>`)).toBe(`${expected}<p>.</p>`);
});

test.for([
  // Neither a word without a digit nor a dash between words is held together.
  "<p>DuckDB-Wasm – 5 người</p>",
  '<a href="/ky/2022-04-26/" title="<b> 26-4-2022 >">kỳ</a>',
  "<head><title>26-4-2022</title></head><svg><text>1-2</text></svg><pre>3-4</pre>",
  "<p>1234567890123-1234567890123</p>",
  // Laid out as parts side by side: the gap before a part would be lost.
  '<a class="more" href="#a">kỳ 26-4-2022</a><summary>1-2</summary>',
])("%s stays as it is", (html) => {
  expect(unbroken(html)).toBe(html);
});
