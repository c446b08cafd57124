import { expect, test } from "vitest";
import { problemWords } from "../../src/worklist/problem.ts";

const found = (ministry_class: string, wrong_fields: string | null, state = "to_list") =>
  problemWords({ ministry_class, wrong_fields, state });

test.each([
  ["a", "id_number", "Thiếu số định danh"],
  ["a", null, "Thiếu số định danh"],
  ["a", "id_number,birth_date,id_number", "Thiếu số định danh; kiểm tra thêm: ngày sinh"],
  ["b", "id_number", "Số định danh sai định dạng"],
  ["c", "id_number,sex", "Thông tin chưa đúng: số định danh, giới tính"],
  ["c", "Ngày sinh; họ và tên", "Thông tin chưa đúng: ngày sinh, họ và tên"],
  ["c", null, "Chưa khớp với CSDL quốc gia về dân cư"],
])("class %s with %j wrong is: %s", (ministry_class, wrong_fields, words) => {
  expect(found(ministry_class, wrong_fields)).toBe(words);
});

test("who was matched again and is not right is told apart", () => {
  expect(found("b", "id_number", "mismatched")).toBe("Xác thực lại chưa đúng. Số định danh sai định dạng");
});

test("what the police wrote at length is no longer than a cell of the list may be", () => {
  expect(found("c", "x".repeat(400))).toHaveLength(300);
});
