import { DeliverRefusal } from "../refusal.ts";
import type { Target } from "../target/target.ts";
import { findingLine } from "../verify/finding.ts";
import { verifyStored } from "../verify/verify-stored.ts";
import { currentOf, deliveredOf, switchTo } from "./history.ts";
import type { Lock } from "./lock.ts";

/** A way back: the release that is public and the one that would be. */
export interface WayBack {
  readonly from: string | null;
  readonly to: string;
}

/**
 * Where a rollback goes: to the release of that name, or to the one delivered before the public one.
 * @throws {DeliverRefusal} listing what is there, where there is no such release
 */
export async function wayBack(target: Target, name?: string): Promise<WayBack> {
  const delivered = await deliveredOf(target);
  const from = await currentOf(target);
  const to = name ?? delivered[delivered.indexOf(from ?? "") - 1];
  if (to !== undefined && delivered.includes(to)) return { from, to };
  throw nowhere(target, name, delivered);
}

/**
 * Makes an earlier release public again, in one step, after reading it whole.
 * @throws {DeliverRefusal} where that release was altered on the target: the public one then stands
 */
export async function rollBack(target: Target, { to }: WayBack, lock: Lock): Promise<void> {
  const { findings } = await verifyStored(target, to);
  if (findings.length > 0) throw altered(`${target.address}/releases/${to}`, findings.map(findingLine));
  await lock.confirm();
  await switchTo(target, to);
}

function nowhere(target: Target, name: string | undefined, delivered: readonly string[]): DeliverRefusal {
  const there = delivered.length === 0 ? "–" : delivered.join(", ");
  return new DeliverRefusal(
    target.address,
    `không có bản ${name ?? "nào trước bản đang công khai"} để quay lại; đang có: ${there}`,
    `there is no release ${name ?? "before the public one"} to go back to; there are: ${there}`,
  );
}

function altered(where: string, findings: readonly string[]): DeliverRefusal {
  return new DeliverRefusal(
    where,
    `bản này đã bị sửa trên máy chủ nên không quay lại; trang công khai không đổi\n${findings.join("\n")}\n`,
    "this release was altered on the target, so it is not gone back to; the public site is unchanged; choose another (list)",
  );
}
