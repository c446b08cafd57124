import type { Row } from "./given.ts";

const nobody = {
  full_name: "Nguyễn Văn Mẫu",
  birth_date: "26/04/1984",
  sex: "0",
  id_number: "070084000999",
  province_code: "70",
  district_code: "689",
  commune_code: "25195",
};

/** A right person record of a commune of Bình Phước, with some cells changed. */
export const person = (changes: Row = {}): Row => ({ ...nobody, ...changes });

/** A right dose record of the same person: dose 1, AstraZeneca, entered on the day. */
export const dose = (changes: Row = {}): Row => ({
  ...nobody,
  dose_number: "1",
  vaccine: "AstraZeneca",
  dose_date: "01/08/2021",
  lot: "FF2832",
  facility: "Trạm Y tế",
  entered_on: "01/08/2021",
  ...changes,
});

/** One dose group of the first person record. */
export const group = (slot: number, changes: Row = {}): Row => ({
  record: 1,
  slot,
  vaccine: "Pfizer",
  dose_date: "01/08/2021",
  lot: "FF2832",
  ...changes,
});

export const event = (changes: Row = {}): Row => ({
  record_key: "hs-000001",
  step: "matched",
  event_date: "20/04/2022",
  unit_code: "25195",
  result: "right",
  ...changes,
});

/** A worklist entry on which nobody has filled in anything yet. */
export const entry = (changes: Row = {}): Row => ({
  record_key: "hs-000001",
  list_date: "12/04/2022",
  unit_code: "25195",
  ...changes,
});

/** A decision to follow a proposal. */
export const review = (changes: Row = {}): Row => ({
  proposal_key: "same_person:0123456789abcdef",
  decision: "áp dụng",
  decided_on: "20/04/2022",
  ...changes,
});

export const progress = (changes: Row = {}): Row => ({
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  subjects_total: "1000",
  subjects_cleaned: "500",
  ...changes,
});

export const stock = (changes: Row = {}): Row => ({
  unit_code: "70",
  as_of: "2022-04-19",
  vaccine: "Pfizer",
  lot: "FF2832",
  expiry: "2022-08-31",
  opening: "1000",
  received: "500",
  issued: "200",
  used: "700",
  wasted: "10",
  closing: "590",
  ...changes,
});

export const result = (changes: Row = {}): Row => ({
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  indicator: "lam_sach.doi_tuong",
  done: "240",
  total: "424",
  measure_unit: "person",
  qualifier: "exact",
  ...changes,
});

/** A figure as a newspaper states it: 240 of 424 people. */
export const figure = (changes: Row = {}): Row => ({
  unit_code: "70",
  edition: "2022",
  as_of: "2022-04-19",
  as_of_precision: "day",
  indicator: "lam_sach.doi_tuong",
  done: "240",
  done_qualifier: "exact",
  total: "424",
  total_qualifier: "exact",
  measure_unit: "person",
  source: "Báo Bình Phước",
  ...changes,
});

export const population = (changes: Row = {}): Row => ({
  unit_code: "70",
  edition: "2022",
  age_group: "all",
  persons: "100",
  source: "Niên giám thống kê 2021",
  population_date: "2021-12-31",
  ...changes,
});
