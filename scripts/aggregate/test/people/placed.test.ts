import { beforeAll, expect, test } from "vitest";
import { smallTables } from "../clean/small-tables.ts";

let small: Awaited<ReturnType<typeof smallTables>>;

/** Bình Phước with two districts, Hanoi with one, whose codes begin with zeros; Tân Thành is a commune of both districts. */
beforeAll(async () => {
  small = await smallTables("");
  await small.table("params", "edition", "'2022'");
  await small.table(
    "unit",
    "edition, unit_code, level, parent_code, name_vi",
    ...["'2022', '70', 'province', 'VN', 'Bình Phước'", "'2022', '01', 'province', 'VN', 'Hà Nội'"],
    ...["'2022', '689', 'district', '70', 'Đồng Xoài'", "'2022', '693', 'district', '70', 'Bù Đốp'"],
    ...["'2022', '001', 'district', '01', 'Ba Đình'", "'2022', '00001', 'commune', '001', 'Phúc Xá'"],
    ...["'2022', '25210', 'commune', '689', 'Tân Thành'", "'2022', '25308', 'commune', '693', 'Tân Thành'"],
    ...["'2022', '25195', 'commune', '689', 'Tân Phú'", "'2025', '25999', 'commune', '75', 'Tân Phú'"],
    ...["'2025', '75', 'province', 'VN', 'Đồng Nai'"],
  );
});

/** Where residences lie, each as "province/code district/code commune/code", and what their names are matched to. */
async function placed(places: readonly string[], ...matches: string[]): Promise<string[]> {
  const cell = (text: string) => (text === "" ? "null::varchar" : `'${text.replaceAll("_", " ")}'`);
  const cells = (place: string) => place.split(/[ /]/).map(cell);
  await small.table(
    "written_place",
    "place_key, province, province_code, district, district_code, commune, commune_code",
    ...places.map((place, at) => [at + 1, ...cells(place)].join(", ")),
  );
  await small.db.run(`create or replace table unit_match (province varchar, district varchar, commune varchar, unit_code varchar,
    status varchar, candidates varchar)`);
  for (const match of matches) {
    const values = match.split(" ").map((word) => (word === "∅" ? "null" : cell(word)));
    await small.db.run(`insert into unit_match values (${values.join(", ")})`);
  }
  const lines = await small.model("placed", "place_key, unit_code, unit_status, unit_candidates");
  return lines.map((line) => line.replace(/^\d+ /, ""));
}

test("a code counts as far down as it is written, with the zeros that Excel strips, in the report's edition", async () => {
  expect(await placed(["/70 /689 /25195", "/70 /689 /", "/70 / /", "/1 /1 /1", "/1 /1 /", "/1 / /"])).toEqual([
    ...["25195 code ∅", "689 code ∅", "70 code ∅", "00001 code ∅", "001 code ∅", "01 code ∅"],
  ]);
  expect(await placed(["/ / /25195", "/70 /693 /25195", "Hà_Nội/ Ba_Đình/ Phúc_Xá/25195", "Hà_Nội/70 / /"])).toEqual([
    ...["25195 code ∅", "25195 code ∅", "25195 code ∅", "70 code ∅"],
  ]);
  // Codes of another edition, of another level, and longer ones are none.
  expect(
    await placed(["/ / /25999", "/ / /689", "/ /70 /", "/689 / /", "/ / /025195", "/ /0689 /", "/070 / /", "/010 / /"]),
  ).toEqual(Array.from({ length: 8 }, () => "∅ unknown ∅"));
});

test("a place is not put further up than it is written: what stands below and is not known leaves it unknown", async () => {
  const below = [
    "/70 /689 /99999",
    "/70 /689 Nowhere/",
    "/70 /999 /",
    "/70 Nowhere/ /",
    "/70 / Nowhere/",
    "/70 / /99999",
  ];
  expect(await placed(below)).toEqual(below.map(() => "∅ unknown ∅"));
});

test("a name under the code of its district is found there, in whatever case, though other districts have it too", async () => {
  const ambiguous = "∅ ∅ Tân_Thành ∅ ambiguous 25210,25308";
  expect(await placed(["/ /693 Tân_Thành/", "/ /689 TÂN_THÀNH/99999", "/ / Tân_Thành/"], ambiguous)).toEqual([
    ...["25308 matched ∅", "25210 matched ∅", "∅ ambiguous 25210,25308"],
  ]);
});

test("names are matched all together, a blank one to a blank one; a code that is known comes first", async () => {
  const matches = [
    ...["Bình_Phước Đồng_Xoài Tân_Phú 25195 matched ∅", "Bình_Phước Đồng_Xoài ∅ 689 matched ∅"],
    ...["Bình_Phước ∅ ∅ 70 matched ∅", "Hà_Nội ∅ ∅ 01 matched ∅"],
  ];
  expect(
    await placed(
      [
        ...["Bình_Phước/ Đồng_Xoài/ Tân_Phú/", "Bình_Phước/ Đồng_Xoài/ /", "Bình_Phước/ / /", "Hà_Nội/ / /"],
        ...["Bình_Phước/ Đồng_Xoài/ Tân_Phú/99999", "Bình_Phước/ Đồng_Xoài/ Tân_Phú/25308", "Bình_Phước/ / Tân_Phú/"],
      ],
      ...matches,
    ),
  ).toEqual([
    ...["25195 matched ∅", "689 matched ∅", "70 matched ∅", "01 matched ∅"],
    ...["25195 matched ∅", "25308 code ∅", "∅ unknown ∅"],
  ]);
  // The commune's name is missing and its code is none: what is above is no match of it.
  expect(await placed(["Bình_Phước/ Đồng_Xoài/ /99999", "Bình_Phước/ Đồng_Xoài/689 /"], ...matches)).toEqual([
    ...["∅ unknown ∅", "689 code ∅"],
  ]);
});

test("where nothing is written, nothing is known to be wrong; a place is told as it was written", async () => {
  expect(await placed(["/ / /", "/999 / /", "Nowhere/ / /", "/ Nowhere/ /"])).toEqual([
    ...["∅ missing ∅", "∅ unknown ∅", "∅ unknown ∅", "∅ unknown ∅"],
  ]);
  const cells = ["a/b c/ /", "/ /d e/", "/ / /f"];
  expect(await placed(cells)).toHaveLength(3);
  expect(
    await small.model("placed", "province, province_code, district, district_code, commune, commune_code"),
  ).toEqual([...["a b c ∅ ∅ ∅", "∅ ∅ ∅ d e ∅", "∅ ∅ ∅ ∅ ∅ f"]]);
});
