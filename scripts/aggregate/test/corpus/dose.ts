import type { Case } from "./case.ts";
import { type Judged, judgedCases } from "./judged.ts";
import { type Cells, dose, doseColumns, person, personColumns } from "./people.ts";

const single: Judged[] = [
  [""],
  ["Q DATE.MISSING", { dose_date: null }],
  ["Q DATE.INVALID", { dose_date: "30/02/2022" }],
  ["Q DATE.INVALID", { dose_date: "2022" }],
  ["Q DATE.AFTER_REPORT", { dose_date: "27/04/2022", entered_on: null }],
  ["", { dose_date: "26/04/2022", entered_on: null }],
  ["Q DATE.BEFORE_FIRST", { dose_date: "07/03/2021", entered_on: null }],
  ["", { dose_date: "08/03/2021", entered_on: null }],
  ["W DOSE.TOO_YOUNG", { vaccine: "AstraZeneca", birth_date: "03/08/2003", id_number: "070203700001", sex: "0" }],
  ["", { vaccine: "AstraZeneca", birth_date: "02/08/2003", id_number: "070203700002" }],
  ["Q DATE.BEFORE_BIRTH", { birth_date: "03/08/2021", id_number: "070221700003" }],
  ["Q VACCINE.UNKNOWN", { vaccine: null }],
  ["Q VACCINE.UNKNOWN", { vaccine: "Paracetamol" }],
  ["", { vaccine: "comirnaty" }],
  ["W LOT.FORMAT", { lot: "?" }],
  ["", { lot: null }],
  ["Q VALUE.MISSING", { dose_number: null }],
  ["Q VALUE.RANGE", { dose_number: "0" }],
  ["Q VALUE.RANGE", { dose_number: "10" }],
  ["Q VALUE.TYPE", { dose_number: "hai" }],
  ["Q VALUE.ENUM", { dose_kind: "mũi thử" }],
  ["Q DATE.INVALID", { entered_on: "32/08/2021" }],
  ["I LATE.ENTRY", { entered_on: "04/08/2021" }],
  ["", { entered_on: "03/08/2021" }],
  ["Q VALUE.LENGTH", { facility: "x".repeat(201) }],
  ["", { facility: "x".repeat(200) }],
  ...Array.from({ length: 24 }, (): Judged => [""]),
];

const shot = (who: number, number: number, date: string, changes: Cells = {}): Cells => ({
  full_name: `Trần ${["An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Khánh"][who]}`,
  id_number: `07008470010${who}`,
  dose_number: String(number),
  dose_date: date,
  entered_on: null,
  ...changes,
});

const courses: Judged[] = [
  ["", shot(0, 1, "02/08/2021")],
  ["", shot(0, 2, "19/08/2021")],
  ["", shot(1, 1, "02/08/2021")],
  ["W DOSE.TOO_SOON", shot(1, 2, "18/08/2021")],
  ["", shot(2, 1, "02/09/2021")],
  ["W DOSE.ORDER", shot(2, 2, "02/08/2021")],
  ["", shot(3, 1, "02/08/2021")],
  ["W DOSE.GAP", shot(3, 3, "02/03/2022")],
  ["", shot(4, 1, "02/08/2021")],
  ["I VACCINE.MIX", shot(4, 2, "02/10/2021", { vaccine: "Moderna" })],
  ["", shot(5, 1, "02/08/2021")],
  ["W DUPLICATE.DOSE", shot(5, 1, "02/08/2021", { lot: "FF2833" })],
  ["", shot(6, 1, "03/04/2021")],
  ["", shot(6, 2, "03/06/2021")],
  ["", shot(6, 3, "03/08/2021")],
  ["", shot(6, 4, "03/10/2021")],
  ["W DOSE.COUNT", shot(6, 5, "03/04/2022")],
];

const groupColumns = [1, 2, 3].flatMap((slot) =>
  ["Tên vắc xin", "Ngày tiêm", "Lô vắc xin"].map((name) => `Mũi ${slot} ${name}`),
);
const columns = [...personColumns, ...groupColumns];
const group = (
  slot: number,
  date: string | null,
  vaccine: string | null = "Pfizer",
  lot: string | null = "FF2832",
): Cells => ({
  [`Mũi ${slot} Tên vắc xin`]: vaccine,
  [`Mũi ${slot} Ngày tiêm`]: date,
  [`Mũi ${slot} Lô vắc xin`]: lot,
});
const groups: Judged[] = [
  ["", { ...group(1, "02/08/2021"), ...group(2, "02/09/2021") }],
  ["Q DATE.INVALID", { ...group(1, "02/08/2021"), ...group(2, "31/09/2021") }],
  ["Q DATE.MISSING", group(1, null)],
  ["Q VACCINE.UNKNOWN", group(1, "02/08/2021", null)],
  ["Q DATE.BEFORE_FIRST", group(1, "02/08/2020")],
  ["W DOSE.GAP", { ...group(1, "02/08/2021"), ...group(3, "02/03/2022") }],
  ["W DOSE.ORDER", { ...group(1, "02/09/2021"), ...group(2, "02/08/2021") }],
  ["W LOT.FORMAT", group(1, "02/08/2021", "Pfizer", "?")],
  ["C ID.MISSING, Q DATE.AFTER_REPORT", { id_number: null, ...group(1, "02/08/2022") }],
  [""],
];

const heaped = (days: readonly string[]): Judged[] =>
  Array.from(
    { length: 100 },
    (_, at): Judged => ["", { dose_date: `${days[at % days.length]}/03/2022`, entered_on: null }],
  );

/** Every rule about doses, failing and at its boundary. */
export const doseCases: Case[] = [
  ...judgedCases({
    // Of 50 rows 35 are usable: at exactly 70 % a file is not held.
    name: "doses one by one",
    kind: "dose_record",
    columns: doseColumns,
    right: dose,
    rows: single,
    account: { records_in: 50, accepted: 35, quarantined: 15 },
  }),
  ...judgedCases({
    name: "the course of one person",
    kind: "dose_record",
    columns: doseColumns,
    right: dose,
    rows: courses,
    account: { records_in: 17, accepted: 17 },
  }),
  ...judgedCases({
    name: "doses side by side: a bad dose does not quarantine its person",
    kind: "person_record",
    columns,
    right: person,
    rows: groups,
    account: { records_in: 10, accepted: 10 },
  }),
  ...judgedCases({
    name: "doses heaped on the 15th",
    kind: "dose_record",
    columns: doseColumns,
    right: dose,
    rows: heaped(["15", "16", "17"]),
    account: { records_in: 100, accepted: 100 },
    file: ["0 I HEAPING.DAY"],
  }),
  ...judgedCases({
    name: "days of dd/mm and of mm/dd in one column",
    kind: "dose_record",
    columns: doseColumns,
    right: dose,
    rows: [
      ["", { dose_date: "13/08/2021", entered_on: null }],
      ["Q DATE.INVALID", { dose_date: "08/14/2021", entered_on: null }],
      ["", { dose_date: "08/09/2021", entered_on: null }],
    ],
    account: { records_in: 3, accepted: 2, quarantined: 1 },
    file: ["0 W DATE.MIXED"],
  }),
];
