import type { Verification } from "./verify-folder.ts";

/** What a verification proves, in sentences, Vietnamese first. */
export function proven(found: Verification): string[] {
  const wrong = found.problems.map(({ vi, en }) => `✗ ${vi} | ${en}`);
  return [...wrong, ...hashWords(found), signatureWords(found)];
}

function hashWords({ ok, files, listed, report, as_of }: Verification): string[] {
  if (!ok)
    return ["Không chứng minh được: bản này không đúng như khi công bố | Not proven: this is not what was published"];
  const of = report === null ? "" : ` · ${report}, ${as_of}`;
  const all = `${files} tệp đúng từng byte như khi công bố | ${files} files, each byte as published${of}`;
  if (listed) return [all];
  return [all, "Qua mạng không thấy được tệp thừa | Over the web, files that were added cannot be seen"];
}

function signatureWords({ signature, keyFrom, keyName }: Verification): string {
  if (signature === "absent") return "Thư mục này chưa ký | This folder is not signed";
  if (signature === "bad") return "Chữ ký sai | The signature is wrong";
  if (signature === "unchecked")
    return `Có chữ ký của khóa ${keyName} nhưng chưa kiểm tra: thêm --key | Signed with key ${keyName}, not checked: add --key`;
  if (keyFrom === "given") return `Chữ ký đúng, khóa ${keyName} | Good signature, key ${keyName}`;
  return `Chữ ký đúng với khóa ${keyName} mà chính bản này nêu; thêm --key với khóa lấy từ cơ quan công bố để biết chắc ai ký | Good signature with key ${keyName}, which this folder itself names; add --key with the publisher's own to know who signed`;
}
