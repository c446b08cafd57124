/** Cells by column; null is blank. */
export type Cells = Readonly<Record<string, string | null>>;

const SYLLABLES = ["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Minh", "Nga", "Oanh", "Phúc", "Quý"];
let born = 0;

/** The columns that a person's row has here. */
export const personColumns = [
  "full_name",
  "birth_date",
  "sex",
  "id_number",
  "passport_number",
  "province",
  "district",
  "commune",
  "province_code",
  "district_code",
  "commune_code",
];

/** A right person of a commune of Bình Phước, nobody else's namesake and with nobody else's number. */
export function person(changes: Cells = {}): Cells {
  born += 1;
  return {
    full_name: `Nguyễn ${nameOf(born)}`,
    birth_date: "26/04/1984",
    sex: "0",
    id_number: `070084${String(born).padStart(6, "0")}`,
    province_code: "70",
    district_code: "689",
    commune_code: "25195",
    ...changes,
  };
}

/** Three syllables that no other number below 2,197 has. */
function nameOf(number: number): string {
  const size = SYLLABLES.length;
  const digits = [Math.floor(number / size / size), Math.floor(number / size), number];
  return digits.map((digit) => SYLLABLES[digit % size]).join(" ");
}

export const doseColumns = [
  ...personColumns,
  "dose_number",
  "vaccine",
  "dose_date",
  "lot",
  "facility",
  "dose_kind",
  "entered_on",
];

/** A right dose of such a person. */
export function dose(changes: Cells = {}): Cells {
  return {
    ...person(),
    dose_number: "1",
    vaccine: "Pfizer",
    dose_date: "02/08/2021",
    lot: "FF2832",
    facility: "Trạm Y tế",
    entered_on: "02/08/2021",
    ...changes,
  };
}
