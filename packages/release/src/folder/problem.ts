/** What is wrong with a published folder: the file and a sentence in both languages that names it. */
export interface Problem {
  kind: "changed" | "missing" | "extra" | "swapped" | "unreadable" | "signature";
  file: string;
  vi: string;
  en: string;
}

/** A file whose bytes are not those that were published. */
export function changed(file: string): Problem {
  return { kind: "changed", file, vi: `${file}: nội dung đã bị thay đổi`, en: `${file}: its content was changed` };
}

/** A file that was published and is not there. */
export function missing(file: string): Problem {
  return { kind: "missing", file, vi: `${file}: bị thiếu`, en: `${file}: is missing` };
}

/** A file that nobody published. */
export function extra(file: string): Problem {
  return {
    kind: "extra",
    file,
    vi: `${file}: tệp lạ, không thuộc bản công bố`,
    en: `${file}: is not part of what was published`,
  };
}

/** A file that has the content of another. */
export function swapped(file: string, other: string): Problem {
  return {
    kind: "swapped",
    file,
    vi: `${file}: mang nội dung của ${other}`,
    en: `${file}: has the content of ${other}`,
  };
}

/** A file that cannot be read as what it should be. */
export function unreadable(file: string, vi: string, en: string): Problem {
  return { kind: "unreadable", file, vi: `${file}: ${vi}`, en: `${file}: ${en}` };
}

/** Something about the signature. */
export function signatureProblem(file: string, vi: string, en: string): Problem {
  return { kind: "signature", file, vi: `${file}: ${vi}`, en: `${file}: ${en}` };
}
