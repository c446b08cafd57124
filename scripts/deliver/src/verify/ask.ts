import { setTimeout } from "node:timers/promises";

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

const TRIES = 3;
const WAIT_MS = [100, 1_000];
const PATIENCE_MS = 30_000;

/**
 * Asks a server for an address as a browser would, past caches on the way, redirects not followed.
 * @param encodings what may come packed; the answer is unpacked
 * @throws the fault of the connection, after three tries
 */
export async function ask(url: URL, encodings: string, tries = TRIES): Promise<Answer> {
  try {
    const headers = { "accept-encoding": encodings, "cache-control": "no-cache", "user-agent": "tiendo-deliver" };
    const answer = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
  } catch (fault) {
    if (tries <= 1) throw fault;
    await setTimeout(WAIT_MS[TRIES - tries]);
    return ask(url, encodings, tries - 1);
  }
}
