// Written from the published code tables, not from the decoder, so that the two check each other.
const TCVN3: Record<string, number> = {};
for (const [first, letters] of [
  [0xa1, "ĂÂÊÔƠƯĐăâêôơưđ"],
  [0xb5, "àảãáạ"],
  [0xbb, "ằẳẵắ"],
  [0xc6, "ặầẩẫấậè"],
  [0xce, "ẻẽéẹềểễếệìỉ"],
  [0xdc, "ĩíịò"],
  [0xe1, "ỏõóọồổỗốộờởỡớợù"],
  [0xf1, "ủũúụừửữứựỳỷỹýỵ"],
] as const)
  for (const [at, letter] of [...letters].entries()) TCVN3[letter] = first + at;

const TONES = "\u0301\u0300\u0309\u0303\u0323";
const VNI_TONES: Record<string, string> = { "": "ùøûõï", "\u0302": "áàåãä", "\u0306": "éèúüë" };
const VNI_SINGLE: Record<string, string> = { đ: "ñ", í: "í", ì: "ì", ỉ: "æ", ĩ: "ó", ị: "ò", ỵ: "î", ơ: "ô", ư: "ö" };

/** A text in TCVN3 (ABC); capitals with a tone as the bare capital and the small letter. */
export function tcvn3Bytes(text: string): Buffer {
  return Buffer.from([...text].flatMap(tcvn3Letter));
}

function tcvn3Letter(letter: string): number[] {
  const own = TCVN3[letter];
  if (own !== undefined) return [own];
  const small = TCVN3[letter.toLowerCase()];
  if (small === undefined) return [letter.charCodeAt(0)];
  const base = letter
    .normalize("NFD")
    .replace(new RegExp(`[${TONES}]`), "")
    .normalize("NFC");
  return [TCVN3[base] ?? base.charCodeAt(0), small];
}

/** A text in VNI. */
export function vniBytes(text: string): Buffer {
  return Buffer.from([...text].map(vniLetter).join(""), "latin1");
}

function vniLetter(letter: string): string {
  const small = vniSmall(letter.toLowerCase());
  return letter === letter.toLowerCase() ? small : small.toUpperCase();
}

function vniSmall(letter: string): string {
  const single = VNI_SINGLE[letter];
  if (single !== undefined) return single;
  const [base = "", ...marks] = letter.normalize("NFD");
  const tone = marks.find((mark) => TONES.includes(mark));
  const others = marks.filter((mark) => mark !== tone).join("");
  if (others === "\u031B") return (VNI_SINGLE[`${base}${others}`.normalize("NFC")] ?? "") + toneByte("", tone);
  if (tone === undefined) return base + (others === "\u0302" ? "â" : others === "\u0306" ? "ê" : "");
  return base + toneByte(others, tone);
}

function toneByte(hat: string, tone: string | undefined): string {
  return tone === undefined ? "" : (VNI_TONES[hat]?.[TONES.indexOf(tone)] ?? "");
}

const WINDOWS_1258 = new Map(
  Array.from({ length: 128 }, (_, at) => [new TextDecoder("windows-1258").decode(Uint8Array.of(at + 128)), at + 128]),
);

/** A text in windows-1258: letters with a hat are one byte, tones are combining marks. */
export function windows1258Bytes(text: string): Buffer {
  return Buffer.from([...text].flatMap(windows1258Letter));
}

function windows1258Letter(letter: string): number[] {
  if (letter.charCodeAt(0) < 128) return [letter.charCodeAt(0)];
  const parts = letter.normalize("NFD");
  const tone = [...parts].find((mark) => TONES.includes(mark)) ?? "";
  const base = parts.replace(tone, "").normalize("NFC");
  return [...base, ...tone].map((part) => WINDOWS_1258.get(part) ?? part.charCodeAt(0));
}
