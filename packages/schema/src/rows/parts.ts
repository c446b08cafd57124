import { z } from "zod";
import { columnMeta } from "../column-meta.ts";
import { codesOf, editions, residenceKinds, sexes } from "../vocabulary.ts";

/** A count of people, doses or things; 0 is a count, blank is not reported. */
export const Count = z.int().min(0).max(1_000_000_000_000);

/**
 * Names the row of an earlier file that this row corrects, as written in the returned workbook: the first twelve digits of
 * the file's sha256, a colon, and the record's number.
 */
export const corrects = () =>
  z
    .string()
    .regex(/^[0-9a-f]{12}:[0-9]{1,9}$/)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Mã dòng gốc", en: "Row corrected" },
      description: {
        vi: "Do Tiến độ ghi; giữ nguyên khi gửi lại",
        en: "Written by Tiến độ; keep it when sending again",
      },
      synonyms: ["ma dong goc"],
    });

export const unitCode = () =>
  z
    .string()
    .min(1)
    .max(5)
    .register(columnMeta, {
      title: { vi: "Mã đơn vị", en: "Unit code" },
      description: {
        vi: "Mã của cơ quan thống kê theo ấn bản; VN là cả nước",
        en: "Code of the statistics office by edition; VN is the country",
      },
      example: "70",
      synonyms: ["mã đơn vị hành chính", "mã địa phương"],
      codes: { missing: "UNIT.MISSING", length: "UNIT.UNKNOWN" },
    });

export const edition = () =>
  z.enum(codesOf(editions)).register(columnMeta, {
    title: { vi: "Ấn bản danh mục đơn vị", en: "Edition of the units" },
    example: "2022",
    synonyms: ["ấn bản"],
    codes: { enum: "EDITION.UNKNOWN" },
  });

export const asOf = () =>
  z.iso.date().register(columnMeta, {
    title: { vi: "Số liệu tính đến ngày", en: "As of" },
    example: "2022-04-26",
    synonyms: ["tính đến ngày", "ngày số liệu", "ngày báo cáo"],
    codes: { missing: "DATE.MISSING" },
  });

/**
 * The key that events of the five steps name a record by: the platform's own where a file has it, else one that the
 * cleaning step derives and writes into the worklists.
 */
export const recordKey = () =>
  z
    .string()
    .min(1)
    .max(64)
    .register(columnMeta, {
      title: { vi: "Mã hồ sơ", en: "Record" },
      example: "hs-000001",
      synonyms: ["mã đối tượng"],
    });

/** The columns that say who a row is about, the same in person and dose records. */
export const identityColumns = () => ({
  full_name: z
    .string()
    .max(200)
    .register(columnMeta, {
      title: { vi: "Họ và tên", en: "Full name" },
      example: "Nguyễn Văn Mẫu",
      synonyms: ["họ tên", "tên", "họ và tên đối tượng", "họ tên người tiêm"],
      codes: { missing: "NAME.MISSING", length: "NAME.CHARS" },
    }),
  birth_date: z
    .string()
    // A year alone is a birth date of lower precision: 1 January is never invented.
    .regex(/^([0-9]{4}|[0-9]{1,2}[/.-][0-9]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})$/)
    .register(columnMeta, {
      title: { vi: "Ngày sinh", en: "Birth date" },
      description: {
        vi: "dd/mm/yyyy; chỉ năm nếu không rõ ngày",
        en: "dd/mm/yyyy; the year alone where the day is unknown",
      },
      example: "26/04/1984",
      usual: "[0-9][0-9]/[0-9][0-9]/[0-9][0-9][0-9][0-9]",
      synonyms: ["ngày tháng năm sinh", "ngày/tháng/năm sinh", "năm sinh", "ns"],
      codes: { missing: "BIRTH.MISSING", format: "BIRTH.INVALID" },
    }),
  sex: z.enum(codesOf(sexes)).register(columnMeta, {
    title: { vi: "Giới tính", en: "Sex" },
    description: { vi: "0 nam, 1 nữ", en: "0 male, 1 female" },
    example: "1",
    synonyms: ["giới", "gt", "phái"],
    values: {
      "0": "male",
      "1": "female",
      nam: "male",
      nữ: "female",
      nu: "female",
      "giới tính nam": "male",
      "giới tính nữ": "female",
    },
    codes: { missing: "SEX.UNKNOWN", enum: "SEX.UNKNOWN" },
  }),
  id_number: z
    .string()
    .max(50)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Số CMT/CCCD", en: "Identity number" },
      description: { vi: "12 hoặc 9 chữ số, ghi dạng văn bản", en: "12 or 9 digits, as text" },
      example: "970184000999",
      synonyms: [
        "số cmt/căn cước công dân",
        "cccd",
        "cmnd",
        "số cccd",
        "số cmnd",
        "số cccd/cmnd",
        "số cmnd/cccd",
        "số định danh",
        "số định danh cá nhân",
        "căn cước công dân",
      ],
      codes: { length: "ID.FORMAT" },
    }),
  passport_number: z
    .string()
    .max(30)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Số hộ chiếu", en: "Passport number" },
      description: { vi: "Chỉ với người nước ngoài", en: "For foreigners only" },
      synonyms: ["hộ chiếu", "passport"],
    }),
  phone: z
    .string()
    .max(30)
    .nullable()
    .register(columnMeta, {
      title: { vi: "Số điện thoại", en: "Phone" },
      example: "0900000000",
      synonyms: ["điện thoại", "sđt", "số đt", "đt"],
    }),
  record_key: recordKey().nullable(),
});

const unitPart = (vi: string, en: string, example: string, synonyms: string[]) =>
  z.string().max(100).nullable().register(columnMeta, { title: { vi, en }, example, synonyms });

/** Where the person lives, by code, or by name where the codes are missing. */
export const residenceColumns = () => ({
  province: unitPart("Tỉnh/Thành phố", "Province", "Bình Phước", ["tỉnh/tp", "tỉnh", "tên tỉnh", "tỉnh thành"]),
  province_code: unitPart("Mã tỉnh", "Province code", "70", ["mã tỉnh/tp", "mã tỉnh/thành phố"]),
  district: unitPart("Quận/Huyện", "District", "Thành phố Đồng Xoài", ["huyện", "quận huyện", "tên huyện"]),
  district_code: unitPart("Mã huyện", "District code", "689", ["mã quận/huyện", "mã quận huyện"]),
  commune: unitPart("Xã/Phường", "Commune", "Phường Tân Phú", ["xã", "phường xã", "tên xã", "phường/xã"]),
  commune_code: unitPart("Mã xã", "Commune code", "25195", ["mã xã/phường", "mã phường/xã", "mã phường xã"]),
  residence_kind: z
    .enum(codesOf(residenceKinds))
    .nullable()
    .register(columnMeta, {
      title: { vi: "Loại cư trú", en: "Kind of residence" },
      example: "thường trú",
      values: { "thường trú": "permanent", "tạm trú": "current", "hiện tại": "current" },
    }),
});
