import type { LocalText } from "./text.ts";

type Terms<Code extends string> = Readonly<Record<Code, LocalText>>;

/** Editions of the list of administrative units; a unit code means nothing without one. */
export const editions = {
  "2022": { vi: "63 tỉnh, thành phố (trước 01/7/2025)", en: "63 provinces and cities (before 1 July 2025)" },
  "2025": { vi: "34 tỉnh, thành phố (từ 01/7/2025)", en: "34 provinces and cities (since 1 July 2025)" },
} as const satisfies Terms<string>;
export type Edition = keyof typeof editions;

/** Levels of administrative units, widest first. */
export const levels = {
  country: { vi: "cả nước", en: "country" },
  province: { vi: "tỉnh, thành phố", en: "province" },
  district: { vi: "quận, huyện", en: "district" },
  commune: { vi: "phường, xã", en: "commune" },
} as const satisfies Terms<string>;
export type Level = keyof typeof levels;

/** How a source qualifies a number; `status` is a statement without a number. */
export const qualifiers = {
  exact: { vi: "", en: "" },
  rounded: { vi: "làm tròn", en: "rounded" },
  approx: { vi: "khoảng", en: "about" },
  at_least: { vi: "trên", en: "over" },
  at_most: { vi: "gần", en: "nearly" },
  status: { vi: "đã thực hiện", en: "done" },
} as const satisfies Terms<string>;
export type Qualifier = keyof typeof qualifiers;

/** What is counted. Numbers of different measure units are never added or divided. */
export const measureUnits = {
  person: { vi: "người", en: "people" },
  dose: { vi: "mũi", en: "doses" },
  record: { vi: "bản ghi", en: "records" },
  vaccination_record: { vi: "dữ liệu tiêm chủng", en: "vaccination records" },
  passport: { vi: "hộ chiếu vắc xin", en: "vaccine passports" },
  public_service: { vi: "dịch vụ công", en: "public services" },
  service_group: { vi: "nhóm dịch vụ công", en: "groups of public services" },
  system: { vi: "cơ sở dữ liệu/hệ thống thông tin", en: "databases and information systems" },
} as const satisfies Terms<string>;
export type MeasureUnit = keyof typeof measureUnits;

/** Why a cell holds no number, or what is to be known beside it; the empty status is not listed. */
export const cellStatuses = {
  c: { vi: "bị ẩn", en: "hidden" },
  x: { vi: "chưa báo cáo", en: "not reported" },
  z: { vi: "không áp dụng", en: "does not apply" },
  p: { vi: "sơ bộ", en: "provisional" },
  r: { vi: "đã điều chỉnh", en: "revised" },
} as const satisfies Terms<string>;
export type CellStatus = keyof typeof cellStatuses;

/** What happens to a row that breaks a rule. */
export const effects = {
  quarantine: { vi: "cách ly, chờ gửi lại", en: "quarantined until it is sent again" },
  to_clean: { vi: "nhận, đưa vào diện phải làm sạch", en: "accepted, enters the five cleaning steps" },
  warning: { vi: "nhận, có cảnh báo", en: "accepted with a warning" },
  information: { vi: "nhận, ghi chú", en: "accepted, noted" },
} as const satisfies Terms<string>;
export type Effect = keyof typeof effects;

/** What became of a file that a locality sent. */
export const fileStatuses = {
  accepted: { vi: "đã nhận", en: "accepted" },
  partially_accepted: { vi: "nhận một phần", en: "partially accepted" },
  held: { vi: "tạm giữ", en: "held" },
  refused: { vi: "từ chối", en: "refused" },
} as const satisfies Terms<string>;
export type FileStatus = keyof typeof fileStatuses;

/** Whether a reported percentage agrees with the one computed from its own numbers. */
export const verdicts = {
  agrees: { vi: "khớp", en: "agrees" },
  differs: { vi: "không khớp", en: "differs" },
  not_reported: { vi: "nguồn không nêu tỷ lệ", en: "the source states no percentage" },
  not_computable: { vi: "không đủ số để tính", en: "cannot be computed" },
} as const satisfies Terms<string>;
export type Verdict = keyof typeof verdicts;

/** What a return or a figure states of its indicator. */
export const claimMeasures = {
  total: { vi: "tổng số", en: "total" },
  done: { vi: "đã làm", en: "done" },
  pct: { vi: "tỷ lệ", en: "share" },
  value: { vi: "giá trị", en: "value" },
  listed: { vi: "đã lập danh sách", en: "listed" },
  reviewed: { vi: "đã rà soát", en: "reviewed" },
  matched: { vi: "đã đối chiếu", en: "matched" },
  handed_back: { vi: "đã bàn giao", en: "handed back" },
  updated: { vi: "đã cập nhật", en: "updated" },
  closing: { vi: "tồn cuối kỳ", en: "closing stock" },
} as const satisfies Terms<string>;

/** The one hypothesis that turns the computed percentage into the reported one. */
export const explanations = {
  rounding: { vi: "do làm tròn", en: "rounding" },
  truncation_to_tens: { vi: "do bỏ phần lẻ dưới hàng chục", en: "cut down to whole tens" },
  slipped_unit: { vi: "do lệch đơn vị (10, 100 hoặc 1.000 lần)", en: "a slipped unit (10, 100 or 1,000 times)" },
  swapped_numbers: { vi: "do đảo tử số và mẫu số", en: "numerator and denominator swapped" },
  another_denominator: { vi: "do tính trên một tổng số khác đã công bố", en: "another published total was used" },
  unexplained: { vi: "chưa giải thích được", en: "not explained" },
} as const satisfies Terms<string>;
export type Explanation = keyof typeof explanations;

/** How finely a date is known. */
export const datePrecisions = {
  day: { vi: "ngày", en: "day" },
  month: { vi: "tháng", en: "month" },
  year: { vi: "năm", en: "year" },
} as const satisfies Terms<string>;
export type DatePrecision = keyof typeof datePrecisions;

/** What an indicator measures: a part of a whole, a count without a whole, or a statement. */
export const indicatorKinds = {
  ratio: { vi: "phần trên tổng số", en: "a part of a total" },
  count: { vi: "số lượng", en: "a count" },
  status: { vi: "tình trạng", en: "a status" },
} as const satisfies Terms<string>;
export type IndicatorKind = keyof typeof indicatorKinds;

/** The codes of a vocabulary as the non-empty tuple that `z.enum` takes. */
export function codesOf<Code extends string>(terms: Readonly<Record<Code, unknown>>): [Code, ...Code[]] {
  return Object.keys(terms) as [Code, ...Code[]];
}

/** Sex as recorded; the import form writes 0 for male and 1 for female. */
export const sexes = {
  male: { vi: "nam", en: "male" },
  female: { vi: "nữ", en: "female" },
} as const satisfies Terms<string>;
export type Sex = keyof typeof sexes;

/** Which commune a row names: cleaning lists go by permanent residence, the import form by current residence. */
export const residenceKinds = {
  permanent: { vi: "thường trú", en: "permanent" },
  current: { vi: "tạm trú", en: "current" },
} as const satisfies Terms<string>;

/** Kinds of doses; dose 3 of a file may be any but the first two of them. */
export const doseKinds = {
  primary: { vi: "cơ bản", en: "primary" },
  additional: { vi: "bổ sung", en: "additional" },
  booster_1: { vi: "nhắc lại lần 1", en: "first booster" },
  booster_2: { vi: "nhắc lại lần 2", en: "second booster" },
} as const satisfies Terms<string>;
export type DoseKind = keyof typeof doseKinds;

/** How far somebody has come in a course of doses: what coverage counts. */
export const reachedDoses = {
  primary_1: { vi: "tiêm ít nhất 1 mũi cơ bản", en: "at least one primary dose" },
  primary_complete: { vi: "tiêm đủ liều cơ bản", en: "all primary doses" },
  additional: { vi: "tiêm mũi bổ sung", en: "an additional dose" },
  booster_1: { vi: "tiêm nhắc lại lần 1", en: "a first booster" },
  booster_2: { vi: "tiêm nhắc lại lần 2", en: "a second booster" },
} as const satisfies Terms<string>;
export type Reached = keyof typeof reachedDoses;

/** The five steps and what follows them, in the order of the process. */
export const cleaningSteps = {
  listed: { vi: "đã lập danh sách", en: "listed" },
  reviewed: { vi: "đã rà soát", en: "reviewed" },
  matched: { vi: "đã đối chiếu", en: "matched" },
  handed_back: { vi: "đã bàn giao", en: "handed back" },
  updated: { vi: "đã cập nhật", en: "updated" },
  rematched: { vi: "đã xác thực lại", en: "matched again" },
} as const satisfies Terms<string>;

/** Result of a comparison with the national population database. */
export const cleaningResults = {
  right: { vi: "đúng", en: "right" },
  wrong: { vi: "sai", en: "wrong" },
  not_found: { vi: "không tìm thấy", en: "not found" },
} as const satisfies Terms<string>;

/** What the cleaning step proposes and a person decides. */
export const proposalKinds = {
  same_person: { vi: "hai hồ sơ có thể là một người", en: "two records may be one person" },
  id_changed: { vi: "CMND đã đổi sang CCCD", en: "an old number changed to a new one" },
  id_padded: { vi: "số định danh mất số 0 ở đầu", en: "an identity number that lost leading zeros" },
  id_shared: { vi: "một số định danh ghi cho nhiều người", en: "one identity number for several people" },
  id_placeholder: { vi: "số định danh chỉ để lấp ô", en: "an identity number that only fills the cell" },
} as const satisfies Terms<string>;
export type ProposalKind = keyof typeof proposalKinds;

/** Decisions on a proposal: follow it, reject it as wrong, or keep both records as two people. */
export const reviewDecisions = {
  apply: { vi: "áp dụng", en: "apply" },
  discard: { vi: "bỏ", en: "discard" },
  keep_both: { vi: "giữ cả hai", en: "keep both" },
} as const satisfies Terms<string>;

/** Where a subject of cleaning stands; the five steps, what precedes them and what ends them. */
export const subjectStates = {
  not_needed: { vi: "không cần làm sạch", en: "needs no cleaning" },
  to_list: { vi: "chưa lập danh sách", en: "to be listed" },
  listed: { vi: "đã lập danh sách", en: "listed" },
  reviewed: { vi: "đã rà soát", en: "reviewed" },
  matched: { vi: "đã đối chiếu", en: "matched" },
  handed_back: { vi: "đã bàn giao", en: "handed back" },
  updated: { vi: "đã cập nhật", en: "updated" },
  mismatched: { vi: "xác thực lại chưa đúng", en: "mismatched again" },
  verified: { vi: "đã làm sạch", en: "cleaned" },
} as const satisfies Terms<string>;
export type SubjectState = keyof typeof subjectStates;

/** What a subject that is not cleaned waits for, in the order of the process. */
export const blockReasons = {
  not_listed: { vi: "chưa lập danh sách", en: "not yet listed" },
  not_reviewed: { vi: "đã lập danh sách, chờ rà soát", en: "listed, waits for the review" },
  not_compared: { vi: "đã rà soát, chờ đối chiếu", en: "reviewed, waits for the comparison" },
  not_handed_back: { vi: "đã đối chiếu, chờ bàn giao", en: "compared, waits to be handed back" },
  not_updated: { vi: "đã bàn giao, chờ cập nhật", en: "handed back, waits for the update" },
  not_compared_again: { vi: "đã cập nhật, chờ xác thực lại", en: "updated, waits to be compared again" },
  mismatched_again: { vi: "xác thực lại chưa đúng, phải làm lại", en: "compared again and still wrong" },
} as const satisfies Terms<string>;
export type BlockReason = keyof typeof blockReasons;

/** Whether a unit will have done an indicator of Project 06 by its due date. */
export const indicatorVerdicts = {
  complete: { vi: "đã hoàn thành", en: "complete" },
  on_track: { vi: "kịp hạn nếu giữ tốc độ này", en: "in time at this pace" },
  behind: { vi: "chậm so với hạn", en: "behind its due date" },
  overdue: { vi: "quá hạn, chưa xong", en: "overdue" },
  not_judged: { vi: "chưa đủ số để đánh giá", en: "cannot be judged" },
} as const satisfies Terms<string>;
export type IndicatorVerdict = keyof typeof indicatorVerdicts;

/** Why a release states a number otherwise than the one before it. */
export const revisionReasons = {
  late_input: { vi: "dữ liệu đến sau", en: "late input" },
  correction: { vi: "sửa số liệu", en: "correction" },
  rule_change: { vi: "thay đổi quy tắc", en: "rule change" },
} as const satisfies Terms<string>;
export type RevisionReason = keyof typeof revisionReasons;

/** What became of a folder that is due from a unit whose numbers a report adds up. */
export const senderStatuses = {
  added: { vi: "đã cộng", en: "added up" },
  refused: { vi: "bị từ chối", en: "refused" },
  not_sent: { vi: "chưa gửi", en: "not sent" },
} as const satisfies Terms<string>;
export type SenderStatus = keyof typeof senderStatuses;

/** Age groups of coverage and population. */
export const ageGroups = {
  "5-11": { vi: "5–11 tuổi", en: "5–11 years" },
  "12-17": { vi: "12–17 tuổi", en: "12–17 years" },
  "18-49": { vi: "18–49 tuổi", en: "18–49 years" },
  "50-64": { vi: "50–64 tuổi", en: "50–64 years" },
  "65+": { vi: "65 tuổi trở lên", en: "65 years and over" },
  all: { vi: "mọi lứa tuổi", en: "all ages" },
} as const satisfies Terms<string>;
