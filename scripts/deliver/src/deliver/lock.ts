import { randomUUID } from "node:crypto";
import { hostname, userInfo } from "node:os";
import { setTimeout } from "node:timers/promises";
import { z } from "zod";
import { DeliverRefusal } from "../refusal.ts";
import type { Target } from "../target/target.ts";
import { LOCK } from "./layout.ts";

const LockFile = z.object({ owner: z.string(), pid: z.int(), token: z.string(), renewed: z.iso.datetime() });
type LockFile = z.infer<typeof LockFile>;

/** A lock that nobody has renewed for so long belongs to a deliverer that is gone. */
export const STALE_AFTER_MINUTES = 10;
const RENEW_AFTER_MS = 20_000;
const SETTLED_AFTER_MS = 1_000;

// Tokens of the locks that this very process holds: one of its own pid that is not here was left behind by a cut.
const held = new Set<string>();

/** The right to deliver to a target, which one deliverer has at a time. */
export interface Lock {
  /** Renews the lock now and then. @throws {DeliverRefusal} where somebody else has taken it */
  keep(): Promise<void>;
  /** Makes sure that the lock is still ours, as before a switch. @throws {DeliverRefusal} where it is not */
  confirm(): Promise<void>;
}

interface HeldLock extends Lock {
  release(): Promise<void>;
}

/** How a lock is taken. */
export interface LockOptions {
  /** Takes it from whoever has it. */
  breakLock: boolean;
  /** Told, in both languages, whose lock was taken over. */
  say: (line: string) => void;
}

/**
 * Works on a target while holding its lock; one that was left behind is taken over.
 * @throws {DeliverRefusal} naming the owner and the age of a lock that is in use
 */
export async function withLock<Result>(
  target: Target,
  options: LockOptions,
  work: (lock: Lock) => Promise<Result>,
): Promise<Result> {
  const lock = await takeLock(target, options);
  let result: Result;
  try {
    result = await work(lock);
  } catch (fault) {
    // The fault counts, not that the lock could not be given back over the same broken connection.
    await lock.release().catch(() => undefined);
    throw fault;
  }
  await lock.release();
  return result;
}

async function takeLock(target: Target, options: LockOptions): Promise<HeldLock> {
  const mine = lockOf(randomUUID());
  held.add(mine.token);
  try {
    if (!(await target.create(LOCK, textOf(mine)))) await takeOver(target, mine, options);
  } catch (fault) {
    held.delete(mine.token);
    throw fault;
  }
  return lockHeld(target, mine);
}

/** Says who holds a target's lock, null where nobody does or it was left behind. */
export async function holderOf(target: Target): Promise<string | null> {
  const found = await read(target);
  return found === null || isLeftBehind(found) ? null : `${found.owner}, ${ageOf(found)}`;
}

async function takeOver(target: Target, mine: LockFile, { breakLock, say }: LockOptions): Promise<void> {
  const found = await read(target);
  if (found !== null && !breakLock && !isLeftBehind(found)) throw inUse(target, found);
  const aside = `${LOCK}.${mine.token}`;
  await target.rename(LOCK, aside).catch(async (fault) => {
    const now = await read(target);
    throw now?.token === found?.token && now !== null ? fault : inUse(target, now);
  });
  // Two that find the same lock left behind: the second would take the first one's new lock away, and gives it back.
  const taken = parsed(await target.get(aside));
  const wrongOne = taken?.token !== found?.token;
  if (wrongOne) await target.rename(aside, LOCK);
  else await target.remove(aside);
  if (wrongOne || !(await target.create(LOCK, textOf(mine)))) throw inUse(target, taken);
  if (found !== null) say(`Nhận lại khóa bị bỏ dở | Took over a lock left behind: ${found.owner}, ${ageOf(found)}`);
}

function lockHeld(target: Target, mine: LockFile): HeldLock {
  let last = Date.now();
  const confirm = async () => {
    const found = await read(target);
    if (found?.token !== mine.token) throw lost(target, found);
  };
  return {
    confirm,
    keep: async () => {
      if (Date.now() - last < RENEW_AFTER_MS) return;
      last = Date.now();
      await confirm();
      await target.put(LOCK, textOf(lockOf(mine.token)));
    },
    release: async () => {
      held.delete(mine.token);
      const found = await read(target);
      if (found?.token === mine.token) await target.remove(LOCK);
    },
  };
}

function lockOf(token: string): LockFile {
  const owner = `${userInfo().username}@${hostname()}`;
  return { owner, pid: process.pid, token, renewed: new Date().toISOString() };
}

function isLeftBehind(found: LockFile): boolean {
  if (minutesOf(found) >= STALE_AFTER_MINUTES) return true;
  return (
    found.owner === lockOf("").owner && !(found.pid === process.pid ? held.has(found.token) : isRunning(found.pid))
  );
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // Not allowed to signal it: it runs, as another user.
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function read(target: Target): Promise<LockFile | null> {
  const bytes = await target.get(LOCK);
  if (bytes === null || parsed(bytes) !== null) return parsed(bytes);
  // Being written at this moment, or cut short when it was: after a while only the second is possible.
  await setTimeout(SETTLED_AFTER_MS);
  return parsed(await target.get(LOCK));
}

// A lock that was cut short says nothing of an owner, and is nobody's.
function parsed(bytes: Buffer | null): LockFile | null {
  try {
    return LockFile.parse(JSON.parse(bytes?.toString("utf8") ?? "null"));
  } catch {
    return null;
  }
}

const textOf = (lock: LockFile) => Buffer.from(`${JSON.stringify(lock)}\n`);
const minutesOf = ({ renewed }: LockFile) => (Date.now() - Date.parse(renewed)) / 60_000;

function ageOf(lock: LockFile): string {
  const minutes = Math.max(0, Math.floor(minutesOf(lock)));
  return `${minutes} phút trước | ${minutes} min ago`;
}

function inUse(target: Target, found: LockFile | null): DeliverRefusal {
  const who = found === null ? "?" : `${found.owner}, ${ageOf(found)}`;
  return new DeliverRefusal(
    `${target.address}/${LOCK}`,
    `đang có người phát hành (${who}); hãy đợi xong rồi chạy lại, hoặc thêm --break-lock nếu chắc chắn không còn ai`,
    `somebody else is delivering (${who}); wait and run again, or add --break-lock if surely nobody is`,
    { kind: "later" },
  );
}

function lost(target: Target, found: LockFile | null): DeliverRefusal {
  return new DeliverRefusal(
    `${target.address}/${LOCK}`,
    `khóa đã bị người khác lấy (${found?.owner ?? "?"}); dừng lại, trang công khai không đổi; hãy chạy lại`,
    `the lock was taken by somebody else (${found?.owner ?? "?"}); stopped, the public site is unchanged; run again`,
    { kind: "later" },
  );
}
