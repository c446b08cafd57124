/** The list of units in force: 2022 = 63 provinces with districts, 2025 = 34 provinces without (since 2025-07-01). */
export type Edition = "2022" | "2025";

export const EDITIONS: readonly Edition[] = ["2022", "2025"];

export type UnitLevel = "country" | "province" | "district" | "commune";

/** From the top down: the order of the data files and of `unitsOf`. */
export const UNIT_LEVELS: readonly UnitLevel[] = ["country", "province", "district", "commune"];

export type UnitType =
  | "quoc-gia"
  | "tinh"
  | "thanh-pho"
  | "quan"
  | "huyen"
  | "thi-xa"
  | "phuong"
  | "xa"
  | "thi-tran"
  | "dac-khu";

/** One administrative unit of one edition. `code` alone means nothing: 24 is Bắc Giang in 2022 and Bắc Ninh in 2025. */
export interface Unit {
  edition: Edition;
  /** Statistics office code as text: province 2 digits, district 3, commune 5; the country is "VN". */
  code: string;
  level: UnitLevel;
  parent_code: string | null;
  type: UnitType;
  /** Without the type word: "Bình Phước", "1". */
  name: string;
  /** With the type word: "Tỉnh Bình Phước", "Phường 1". */
  full_name: string;
  /** Country and provinces only. */
  name_en: string | null;
  /** Part of a page's address, unique in its edition: "70-binh-phuoc". */
  slug: string;
}
