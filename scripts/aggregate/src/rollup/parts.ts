import type { Edition, ReportDefinition, Sender } from "@tiendo/schema";
import { childrenOf, predecessorsOf, type Unit } from "@tiendo/units";
import { ReportError } from "../report/report-error.ts";

/** A unit of which a folder is due, in its own edition, and the unit of the report that it is counted in. */
export interface Part {
  unit: Unit;
  countedIn: string;
  /** The key that its folder must be signed with; null where the report names none, so that none can be taken. */
  publicKey: string | null;
}

/**
 * The parts that a report's root is made of: its children, each whole or, where predecessors of it are senders, as all of its
 * predecessors. A part without a sender is due all the same: without it there is no total.
 * @throws {ReportError} where a sender is no part, is named twice, or is part of another sender
 */
export function partsOf(report: ReportDefinition): Part[] {
  const senders = new Map((report.senders ?? []).map((sender) => [nameOf(sender), sender]));
  const parts = childrenOf(report.edition, report.root_unit).flatMap((child) => partsOfChild(child, senders));
  const used = new Set(parts.map(({ unit }) => nameOf({ unit_code: unit.code, edition: unit.edition })));
  const left = [...senders.keys()].filter((name) => !used.has(name));
  if (left.length > 0 || senders.size < (report.senders ?? []).length)
    throw new ReportError(
      `report.json: senders: ${left.join(", ") || "trùng | repeated"}; cần các đơn vị trực thuộc ${report.root_unit} (${report.edition}) hoặc tiền thân của chúng, mỗi đơn vị một lần, không tính hai lần | expected units just below ${report.root_unit} (${report.edition}) or their predecessors, each once, none counted twice`,
    );
  return parts;
}

function partsOfChild(child: Unit, senders: ReadonlyMap<string, Sender>): Part[] {
  const keyOf = (code: string, edition: Edition) =>
    senders.get(nameOf({ unit_code: code, edition }))?.public_key ?? null;
  const part = (unit: Unit): Part => ({ unit, countedIn: child.code, publicKey: keyOf(unit.code, unit.edition) });
  const before = child.edition === "2025" && child.level === "province" ? predecessorsOf(child.code) : [];
  const bySuccession =
    keyOf(child.code, child.edition) === null && before.some((unit) => part(unit).publicKey !== null);
  return bySuccession ? before.map(part) : [part(child)];
}

/** A code means nothing without its edition: 24 is Bắc Giang in 2022 and Bắc Ninh in 2025. */
function nameOf({ unit_code, edition }: Pick<Sender, "unit_code" | "edition">): string {
  return `${unit_code} (${edition})`;
}
