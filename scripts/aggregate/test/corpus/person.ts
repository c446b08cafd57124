import type { Case } from "./case.ts";
import { type Judged, judgedCases } from "./judged.ts";
import { person, personColumns } from "./people.ts";

const nowhere = { province_code: null, district_code: null, commune_code: null };
const named = { ...nowhere, province: "Bình Phước", district: "Thành phố Đồng Xoài" };

const numbers: Judged[] = [
  [""],
  ["C ID.MISSING", { id_number: null }],
  ["", { id_number: null, passport_number: "B1234567" }],
  ["C ID.PLACEHOLDER", { id_number: "000000000000" }],
  ["C ID.PLACEHOLDER", { id_number: "Không có" }],
  ["", { id_number: "285123456" }],
  ["C ID.FORMAT", { id_number: "2851234567" }],
  ["C ID.FORMAT", { id_number: "0700840009991" }],
  ["C ID.FORMAT", { id_number: "B7654321" }],
  ["C ID.FORMAT", { id_number: "12".repeat(26) }],
  ["C ID.SCIENTIFIC", { id_number: "7.0085E+10" }],
  ["C ID.SCIENTIFIC", { id_number: "7,0085e10" }],
  ["W ID.MILITARY", { id_number: "12345687" }],
  ["W ID.PADDED", { id_number: "70084700999" }],
  ["W ID.PADDED", { id_number: "1084700999" }],
  ["C ID.FORMAT", { id_number: "70085700999" }],
  ["W ID.PROVINCE", { id_number: "003084700999" }],
  ["W ID.PROVINCE", { id_number: "970084700999" }],
  ["", { id_number: "101084700999" }],
  ["W ID.PROVINCE", { id_number: "296084700999" }],
  ["C ID.YEAR", { id_number: "070085700999" }],
  ["C ID.SEX", { id_number: "070184700999" }],
  ["C ID.YEAR, C ID.SEX", { id_number: "070385700999" }],
  ["", { id_number: "'070.084-700 998" }],
  ["", { id_number: "070084700997.0" }],
];

const basics: Judged[] = [
  ["C NAME.MISSING", { full_name: null }],
  ["W NAME.CHARS", { full_name: "Nguy?n V?n M?u" }],
  ["", { full_name: "Y-Bhĭm Êban" }],
  ["W NAME.CHARS", { full_name: `Lê ${"a".repeat(198)}` }],
  ["W NAME.TEST", { full_name: "Nguyễn Văn A" }],
  ["", { full_name: "Đỗ Testa" }],
  ["C BIRTH.MISSING", { birth_date: null }],
  ["C BIRTH.INVALID", { birth_date: "khoảng 1984" }],
  ["C BIRTH.INVALID", { birth_date: "31/02/1984" }],
  ["", { birth_date: "29/02/1984" }],
  ["C BIRTH.INVALID", { birth_date: "29/02/1983", id_number: "070084800001" }],
  ["C BIRTH.FUTURE, C ID.YEAR", { birth_date: "27/04/2022" }],
  ["C ID.YEAR", { birth_date: "26/04/2022" }],
  ["C BIRTH.AGE", { birth_date: "26/04/1901", id_number: "070001800002" }],
  ["", { birth_date: "27/04/1901", id_number: "070001800003" }],
  ["I BIRTH.PRECISION", { birth_date: "1984" }],
  ["I BIRTH.PRECISION", { birth_date: "04/1984" }],
  ["", { birth_date: "26.4.1984" }],
  ["", { birth_date: "1984-04-26" }],
  ["C SEX.UNKNOWN", { sex: null }],
  ["C SEX.UNKNOWN", { sex: "2" }],
  ["", { sex: "NAM" }],
  ["C NAME.MISSING, C BIRTH.MISSING, Q NAME_AND_BIRTH.MISSING", { full_name: null, birth_date: null }],
  [
    "C NAME.MISSING, C BIRTH.MISSING, C ID.MISSING, Q NAME_AND_BIRTH.MISSING",
    { full_name: null, birth_date: null, id_number: null },
  ],
];

const places: Judged[] = [
  ...Array.from({ length: 10 }, (): Judged => [""]),
  ["Q UNIT.MISSING", nowhere],
  ["Q UNIT.UNKNOWN", { commune_code: "99999" }],
  ["", { commune_code: "1" }],
  ["", { commune_code: null }],
  ["Q UNIT.UNKNOWN", { commune_code: null, district_code: "999" }],
  ["I UNIT.MATCHED", { ...named, commune: "Phường Tân Phú" }],
  ["Q UNIT.UNKNOWN", { ...named, commune: "Phường Không Có" }],
  ["Q UNIT.AMBIGUOUS", { ...nowhere, province: "Bình Phước", commune: "Tân Thành" }],
];

/** Every rule about people, failing and at its boundary, in one row each. */
export const personCases: Case[] = [
  ...judgedCases({
    name: "identity numbers",
    kind: "person_record",
    columns: personColumns,
    right: person,
    rows: numbers,
    account: { records_in: 25, accepted: 25 },
  }),
  ...judgedCases({
    name: "names, birth dates and sexes",
    kind: "person_record",
    columns: personColumns,
    right: person,
    rows: basics,
    account: { records_in: 24, accepted: 22, quarantined: 2 },
  }),
  ...judgedCases({
    name: "places of residence",
    kind: "person_record",
    columns: personColumns,
    right: person,
    rows: places,
    account: { records_in: 18, accepted: 13, quarantined: 5 },
  }),
  ...judgedCases({
    name: "synthetic numbers begin with 9",
    kind: "person_record",
    columns: personColumns,
    right: person,
    rows: [
      ["", { id_number: "970084700999" }],
      ["W ID.PROVINCE", { id_number: "997084700999" }],
    ],
    account: { records_in: 2, accepted: 2 },
    rules: { synthetic: true },
  }),
  ...judgedCases({
    name: "one number at three names",
    kind: "person_record",
    columns: personColumns,
    right: person,
    rows: [
      ["W ID.SHARED", { id_number: "070084900001" }],
      ["W ID.SHARED, I DUPLICATE.PERSON", { id_number: "070084900001" }],
      ["W ID.SHARED, I DUPLICATE.PERSON", { id_number: "070084900001" }],
      ["", { id_number: "070084900002" }],
      ["I DUPLICATE.PERSON", { id_number: "070084900002" }],
    ],
    account: { records_in: 5, accepted: 5 },
  }),
];
