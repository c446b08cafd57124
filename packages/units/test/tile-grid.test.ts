import { expect, test } from "vitest";
import { archipelagoTiles, EDITIONS, type Edition, tileGrid, unitByCode, unitsOf } from "../src/index.ts";

// Pairs of codes that share a border on land.
const NEIGHBOURS = {
  "2022": `02-04 02-08 02-10 02-15 04-06 04-08 04-20 06-08 06-19 06-20 08-15 08-19 08-25 08-26 10-12 10-14 10-15 11-12 11-14
    12-14 12-15 14-15 14-17 14-25 14-38 15-25 17-25 17-01 17-35 17-37 17-38 19-20 19-24 19-26 19-01 20-22 20-24 22-24 22-30 22-31
    24-27 24-30 24-01 25-26 25-01 26-01 27-01 27-30 27-33 01-33 01-35 30-31 30-33 30-34 31-34 33-34 33-35 34-35 34-36 35-36
    35-37 36-37 37-38 38-40 40-42 42-44 44-45 45-46 46-48 46-49 48-49 49-51 49-62 51-52 51-62 51-64 52-54 52-64 54-56 54-64
    54-66 56-58 56-66 56-68 58-60 58-68 60-68 60-75 60-77 62-64 64-66 66-67 66-68 67-68 67-70 68-70 68-75 70-72 70-74 70-75
    72-74 72-79 72-80 74-75 74-79 75-77 75-79 77-79 79-80 79-82 80-82 80-87 82-83 82-86 82-87 83-84 83-86 84-86 84-94 86-87
    86-92 86-94 87-89 87-92 89-91 89-92 91-92 91-93 91-95 91-96 92-93 93-94 93-95 94-95 95-96`,
  "2025": `04-08 04-19 04-20 08-15 08-19 08-25 11-12 11-14 12-14 12-15 14-15 14-25 14-38 15-25 19-20 19-24 19-25 19-01 20-22
    20-24 22-24 22-31 24-01 24-31 24-33 25-01 25-37 25-38 01-33 01-37 31-33 33-37 37-38 38-40 40-42 42-44 44-46 46-48 48-51
    51-52 52-66 66-56 66-68 56-68 68-75 68-79 75-79 75-80 79-80 79-82 80-82 82-86 82-91 82-92 86-92 91-92 91-96 92-96`,
};

// Each line from north to south.
const NORTH_TO_SOUTH = {
  "2022": [
    "02 08 26 01 35 37 40 42 44 45 46 48 49 51 52 54 56 58 77 83 96",
    "04 06 19 27 33 36 40",
    "12 11 38 40",
    "20 24 30 34",
    "49 62 64 66 68 60 79 82 94 96",
    "66 67 75 77",
    "70 72 80 82 83",
    "87 92 93 95 96",
    "89 91 96",
  ],
  "2025": [
    "04 20 22 31",
    "08 25 01 37 40 42 44 46 48 51 52 66 56 75 79 86 96",
    "12 11 38 40",
    "66 68 75 82 92 96",
    "80 91 96",
  ],
};

const WEST_TO_EAST = {
  "2022": ["11 14 25 19 24 22", "12 10 08 06 20", "17 01 27 30 31", "67 68 56", "64 52", "72 75 60", "91 93 84 83"],
  "2025": ["11 14 25 19 20", "12 15 08 04", "01 24 22", "38 37 33 31", "68 56", "80 75", "92 86"],
};

function at(edition: Edition): (code: string) => { col: number; row: number } {
  const places = new Map(tileGrid(edition).map((one) => [one.code, one]));
  return (code) => {
    const place = places.get(code);
    if (place === undefined) throw new Error(`no tile ${code} in ${edition}`);
    return place;
  };
}

const pairsOf = (edition: Edition) =>
  NEIGHBOURS[edition].split(/\s+/).map((pair) => pair.split("-") as [string, string]);

function distances(edition: Edition): { pair: string; distance: number }[] {
  const place = at(edition);
  return pairsOf(edition).map(([a, b]) => {
    const [p, q] = [place(a), place(b)];
    return { pair: `${a}-${b}`, distance: Math.max(Math.abs(p.col - q.col), Math.abs(p.row - q.row)) };
  });
}

const steps = (line: string) => {
  const codes = line.split(" ");
  return codes.slice(1).map((code, i) => [codes[i] ?? "", code] as const);
};

test.each(EDITIONS)("every province of %s has one square", (edition) => {
  const provinces = unitsOf(edition).filter((one) => one.level === "province");
  expect(tileGrid(edition).map((one) => one.code)).toEqual(provinces.map((one) => one.code));
});

test.each(EDITIONS)(
  "in %s no two squares share a place, archipelagos included, and 12 columns are enough",
  (edition) => {
    const squares = [...tileGrid(edition), ...archipelagoTiles(edition)];
    expect(new Set(squares.map((one) => `${one.col} ${one.row}`)).size).toBe(squares.length);
    expect(squares.filter((one) => !(one.col >= 0 && one.col < 12 && one.row >= 0))).toEqual([]);
  },
);

test.each(EDITIONS)("labels of %s are unique, also without accents, and at most four letters", (edition) => {
  const labels = tileGrid(edition).map((one) => one.label.replaceAll("Đ", "D"));
  expect(new Set(labels).size).toBe(labels.length);
  expect(labels.filter((label) => !/^\p{Lu}{2,4}$/u.test(label))).toEqual([]);
});

// Sơn La reaches round Hoà Bình to Thanh Hóa; bringing them nearer would leave a hole in the north-west.
const FAR = { "2022": [{ pair: "14-38", distance: 3 }], "2025": [] };

test.each(EDITIONS)("real neighbours of %s are at most two squares apart", (edition) => {
  expect(pairsOf(edition).length).toBeGreaterThanOrEqual(edition === "2022" ? 60 : 50);
  expect(distances(edition).filter((one) => one.distance > 2)).toEqual(FAR[edition]);
});

test.each(EDITIONS)("in %s at least four of five neighbours touch", (edition) => {
  const touching = distances(edition).filter((one) => one.distance === 1).length;
  expect(touching / distances(edition).length).toBeGreaterThan(0.8);
});

test.each(EDITIONS)("what lies south in %s is drawn lower, what lies east further right", (edition) => {
  const place = at(edition);
  const lower = NORTH_TO_SOUTH[edition].flatMap(steps).filter(([north, south]) => place(north).row >= place(south).row);
  const left = WEST_TO_EAST[edition].flatMap(steps).filter(([west, east]) => place(west).col >= place(east).col);
  expect({ lower, left }).toEqual({ lower: [], left: [] });
});

test.each(EDITIONS)(
  "Hoàng Sa belongs to Đà Nẵng and Trường Sa to Khánh Hòa, both at sea east of everything in %s",
  (edition) => {
    const tiles = archipelagoTiles(edition);
    const named = tiles.map((one) => [one.name, one.name_en, unitByCode(edition, one.belongs_to)?.name]);
    expect(named).toEqual([
      ["Quần đảo Hoàng Sa", "Hoang Sa archipelago", "Đà Nẵng"],
      ["Quần đảo Trường Sa", "Truong Sa archipelago", "Khánh Hòa"],
    ]);
    const east = Math.max(...tileGrid(edition).map((one) => one.col));
    expect(tiles.every((one) => one.col > east)).toBe(true);
  },
);

test.each(EDITIONS)("in %s Hoàng Sa is level with Đà Nẵng, Trường Sa south-east of Khánh Hòa", (edition) => {
  const [hoangSa, truongSa] = archipelagoTiles(edition);
  expect(hoangSa?.row).toBe(at(edition)("48").row);
  expect(truongSa?.row).toBeGreaterThan(at(edition)("56").row);
});

/** The grid as text, four characters a square. */
function draw(edition: Edition): string {
  const islands = archipelagoTiles(edition).map((one) => ({
    ...one,
    label: one.archipelago === "hoang-sa" ? "*HS" : "*TS",
  }));
  const squares = [...tileGrid(edition), ...islands];
  const rows = Array.from({ length: Math.max(...squares.map((one) => one.row)) + 1 }, (_, row) => {
    const label = (col: number) => squares.find((one) => one.row === row && one.col === col)?.label ?? "";
    return Array.from({ length: 12 }, (_, col) => label(col).padEnd(5))
      .join("")
      .trimEnd();
  });
  return `${rows.join("\n")}\n`;
}

test.each(EDITIONS)("the grid of %s looks like the country", async (edition) => {
  await expect(draw(edition)).toMatchFileSnapshot(`snapshots/tiles_${edition}.txt`);
});
