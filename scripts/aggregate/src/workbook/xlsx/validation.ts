import { xmlElement, xmlText } from "./xml.ts";

/** What may be entered into a range. Excel shows `prompt`, if any, beside the cell and `error` on a wrong entry. */
export interface Validation {
  range: string;
  rule: { type: "list"; values: readonly string[] } | { type: "whole" | "textLength"; min: number; max: number };
  /** `warning` lets the entry stand after a question, `stop` does not. */
  style: "stop" | "warning";
  title: string;
  prompt: string | null;
  error: string;
}

// Longer texts make Excel drop the validation, and with it say that the file is damaged.
const LONGEST = { title: 32, prompt: 255, error: 225, list: 255 };

/** A validation as XML. @throws {RangeError} where a list is too long or a value holds a comma, which divides values */
export function validationXml({ range, rule, style, title, prompt, error }: Validation): string {
  const attributes = {
    type: rule.type,
    errorStyle: style,
    operator: rule.type === "list" ? undefined : "between",
    allowBlank: 1,
    showInputMessage: prompt === null ? undefined : 1,
    showErrorMessage: 1,
    errorTitle: shortened(title, LONGEST.title),
    error: shortened(error, LONGEST.error),
    promptTitle: prompt === null ? undefined : shortened(title, LONGEST.title),
    prompt: prompt === null ? undefined : shortened(prompt, LONGEST.prompt),
    sqref: range,
  };
  const limits = rule.type === "list" ? [listFormula(rule.values)] : [String(rule.min), String(rule.max)];
  const formulas = limits.map((limit, at) => xmlElement(`formula${at + 1}`, {}, xmlText(limit)));
  return xmlElement("dataValidation", attributes, formulas);
}

function listFormula(values: readonly string[]): string {
  const list = values.join(",");
  const broken = values.some((value) => /[,"]/.test(value)) || list.length > LONGEST.list;
  if (broken)
    throw new RangeError(`list of values is “${list}”; expected no comma or quote, ${LONGEST.list} characters`);
  return `"${list}"`;
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
