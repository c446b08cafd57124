import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import ssh2 from "ssh2";
import { describe, expect, onTestFinished, test } from "vitest";
import { currentOf } from "../src/deliver/history.ts";
import { directoryTarget } from "../src/target/directory.ts";
import { fingerprint } from "../src/target/sftp/known-hosts.ts";
import { sftpTarget } from "../src/target/sftp/sftp-target.ts";
import type { Target } from "../src/target/target.ts";
import { verifyStored } from "../src/verify/verify-stored.ts";
import { delivering } from "./delivering.ts";
import { freePort, has } from "./servers.ts";
import { type SftpServerOptions, startSftp } from "./sftp-server.ts";
import { givenFolders, page, publishedFolder, releaseFrom, siteFiles } from "./site.ts";
import { startSshd } from "./sshd.ts";

const given = givenFolders();
const release = (text: string) =>
  releaseFrom(
    given.folder,
    siteFiles(text, { pages: 1, style: text === "Một" ? "Page.aaaaaaaa.css" : "Page.bbbbbbbb.css" }),
  );
const publicPage = () => readFileSync(join(given.target, "current/index.html"), "utf8");

/** Twenty points of a delivery of so many steps, the same in every run of the tests. */
function twentyPoints(steps: number): number[] {
  let state = 20_220_426;
  return Array.from({ length: 20 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 1 + Math.floor((state / 2 ** 32) * steps);
  });
}

/** What is public is one of the two releases, every file of it. */
async function publicIsWhole(): Promise<void> {
  const target = await directoryTarget(given.target);
  const name = (await currentOf(target)) ?? "";
  expect((await verifyStored(target, name)).findings).toEqual([]);
  expect([page("Một", "Page.aaaaaaaa.css"), page("Hai", "Page.bbbbbbbb.css")]).toContain(publicPage());
}

/** A delivery that is cut, after which the public site is whole and the next run finishes the job. */
async function cutAndResumed(cut: () => Promise<unknown>, again: () => Promise<unknown>): Promise<boolean> {
  const fault: unknown = await cut().then(
    () => null,
    (error: unknown) => error,
  );
  await publicIsWhole();
  await again();
  expect(publicPage()).toBe(page("Hai", "Page.bbbbbbbb.css"));
  await publicIsWhole();
  if (fault !== null) expect(String(fault)).toMatch(/connection was cut|cannot be connected to|cắt ở đây/);
  return fault !== null;
}

/** A target whose process dies at a given act: nothing of it happens any more, not even giving the lock back. */
function dyingAt(target: Target, act: number): { target: Target; acts: () => number } {
  let acts = 0;
  const dying = new Proxy(target, {
    get: (object, name) => {
      const value = object[name as keyof Target];
      if (typeof value !== "function") return value;
      return async (...options: never[]) => {
        acts += 1;
        if (acts >= act) throw new Error("cắt ở đây");
        return (value as (...given: never[]) => unknown).apply(object, options);
      };
    },
  });
  return { target: dying, acts: () => acts };
}

test("cut at 20 random acts, a delivery to a folder leaves the public site whole, and the next run finishes", async () => {
  const [first, second] = [await release("Một"), await release("Hai")];
  const folders = [publishedFolder(given.folder, "a\n1\n")];
  await delivering(await directoryTarget(given.target), first);
  const asBefore = kept();
  const counted = dyingAt(await directoryTarget(given.target), Number.POSITIVE_INFINITY);
  await delivering(counted.target, second, { folders });
  let cuts = 0;
  for (const point of twentyPoints(counted.acts())) {
    asBefore();
    const target = await directoryTarget(given.target);
    const cut = () => delivering(dyingAt(target, point).target, second, { folders });
    if (await cutAndResumed(cut, () => delivering(target, second, { folders }))) cuts += 1;
  }
  expect(cuts).toBe(20);
});

function pin(hostKey: string): string {
  const key = ssh2.utils.parseKey(hostKey);
  if (key instanceof Error) throw key;
  return fingerprint(key.getPublicSSH());
}

async function inProcess(options: SftpServerOptions = {}) {
  const server = await startSftp({ password: "mật khẩu", ...options });
  onTestFinished(server.stop);
  const address = { user: "phathanh", host: "127.0.0.1", port: server.port, folder: given.target };
  const open = () => sftpTarget(address, { password: "mật khẩu", hostKey: pin(server.hostKey) });
  return { open, address, server };
}

async function once<Result>(open: () => Promise<Target>, work: (target: Target) => Promise<Result>): Promise<Result> {
  const target = await open();
  try {
    return await work(target);
  } finally {
    await target.close();
  }
}

/** Keeps the target as it is now, to begin with it again and again. */
function kept(): () => void {
  const copy = `${given.folder}/kept`;
  spawnSync("cp", ["-a", given.target, copy]);
  return () => {
    spawnSync("rm", ["-rf", given.target]);
    spawnSync("cp", ["-a", copy, given.target]);
  };
}

test("cut at 20 random requests, a delivery over SFTP leaves the public site whole, and the next run finishes", async () => {
  let [requests, last] = [0, Number.POSITIVE_INFINITY];
  const onRequest = (cut: () => void) => {
    requests += 1;
    if (requests === last) cut();
  };
  const { open } = await inProcess({ onRequest });
  const [first, second] = [await release("Một"), await release("Hai")];
  const deliver = (made: typeof first) => once(open, (target) => delivering(target, made));
  await deliver(first);
  const asBefore = kept();
  requests = 0;
  await deliver(second);
  let cuts = 0;
  for (const point of twentyPoints(requests - 10)) {
    asBefore();
    [requests, last] = [0, point];
    if (
      await cutAndResumed(
        () => deliver(second),
        () => deliver(second),
      )
    )
      cuts += 1;
  }
  expect(cuts).toBe(20);
}, 120_000);

/** A line to a port of this machine that breaks after so many bytes. */
async function breakingLine(
  port: number,
): Promise<{ port: number; breakAfter: (bytes: number) => void; passed: () => number }> {
  let [passed, last] = [0, Number.POSITIVE_INFINITY];
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    const pass = (from: Socket, to: Socket) =>
      from.on("data", (bytes) => {
        passed += bytes.length;
        if (passed >= last) [near, far].map((socket) => socket.destroy());
        else to.write(bytes);
      });
    pass(near, far);
    pass(far, near);
    for (const socket of [near, far])
      socket.on("error", () => undefined).on("close", () => [near, far].map((end) => end.destroy()));
  });
  const own = await freePort();
  await new Promise<void>((resolve) => server.listen(own, "127.0.0.1", () => resolve()));
  onTestFinished(() => void server.close());
  const breakAfter = (bytes: number) => {
    [passed, last] = [0, bytes];
  };
  return { port: own, breakAfter, passed: () => passed };
}

describe.skipIf(!has("sshd"))("Debian's OpenSSH server", () => {
  async function openssh() {
    const server = await startSshd(given.folder);
    onTestFinished(server.stop);
    const line = await breakingLine(server.port);
    const address = { user: server.user, host: "127.0.0.1", port: line.port, folder: given.target };
    return { line, open: () => sftpTarget(address, { key: server.key, hostKey: server.hostKey }) };
  }

  test("cut after 20 random numbers of bytes, a delivery leaves the public site whole, and the next run finishes", async () => {
    const { line, open } = await openssh();
    const [first, second] = [await release("Một"), await release("Hai")];
    const deliver = (made: typeof first) => once(open, (target) => delivering(target, made));
    await deliver(first);
    const asBefore = kept();
    line.breakAfter(Number.POSITIVE_INFINITY);
    await deliver(second);
    let cuts = 0;
    for (const point of twentyPoints(line.passed() - 2_000)) {
      asBefore();
      line.breakAfter(point);
      const again = () => {
        line.breakAfter(Number.POSITIVE_INFINITY);
        return deliver(second);
      };
      if (await cutAndResumed(() => deliver(second), again)) cuts += 1;
    }
    expect(cuts).toBe(20);
  }, 120_000);

  test.skipIf(!canMount())(
    "on a full disk says so, leaves the public site whole, and finishes once there is room",
    async () => {
      const { open } = await openssh();
      await fullDisk(open);
    },
    60_000,
  );
});

function canMount(): boolean {
  return (
    process.platform === "linux" && spawnSync("unshare", ["-m", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]).status === 0
  );
}

/** A disk of a few hundred kilobytes on which a second release does not fit. */
async function fullDisk(open: () => Promise<Target>): Promise<void> {
  const mount = (...options: string[]) => expect(spawnSync("mount", [...options, given.target]).status).toBe(0);
  mount("-t", "tmpfs", "-o", "size=400k,mode=755", "tmpfs");
  try {
    await onFullDisk(open, () => mount("-o", "remount,size=4m"));
  } finally {
    spawnSync("umount", ["-l", given.target]);
  }
}

async function onFullDisk(open: () => Promise<Target>, makeRoom: () => void): Promise<void> {
  const deliver = (made: Awaited<ReturnType<typeof release>>) => once(open, (target) => delivering(target, made));
  await deliver(await release("Một"));
  const large = await releaseFrom(given.folder, {
    ...siteFiles("Hai", { pages: 2, style: "Page.bbbbbbbb.css" }),
    "anh.png": "x".repeat(600_000),
  });
  await expect(deliver(large)).rejects.toThrow(/the target's disk is full; the public site stands; make room/);
  await publicIsWhole();
  makeRoom();
  await deliver(large);
  expect(publicPage()).toBe(page("Hai", "Page.bbbbbbbb.css"));
}

describe("a full disk", () => {
  test.skipIf(!canMount())(
    "of a folder is said, the public site stands, and the next run finishes once there is room",
    async () => {
      await fullDisk(() => directoryTarget(given.target));
    },
  );

  test("of an SFTP server is said, the public site stands, and the next run finishes once there is room", async () => {
    const room = { bytes: Number.POSITIVE_INFINITY };
    const { open } = await inProcess({ room });
    await once(open, async (target) => delivering(target, await release("Một")));
    room.bytes = 1_000;
    await expect(once(open, async (target) => delivering(target, await release("Hai")))).rejects.toThrow(
      /disk is full/,
    );
    await publicIsWhole();
    room.bytes = Number.POSITIVE_INFINITY;
    await once(open, async (target) => delivering(target, await release("Hai")));
    expect(publicPage()).toBe(page("Hai", "Page.bbbbbbbb.css"));
  });
});

test("a host key that changes stops the delivery before anything is sent; with the right one the next run finishes", async () => {
  const { open, address, server } = await inProcess();
  await once(open, async (target) => delivering(target, await release("Một")));
  const pinned = pin(server.hostKey);
  await server.stop();
  const other = await startSftp({ password: "mật khẩu" });
  onTestFinished(other.stop);
  const changed = sftpTarget({ ...address, port: other.port }, { password: "mật khẩu", hostKey: pinned });
  await expect(changed).rejects.toThrow(/the host key is another one than was pinned.*nothing was sent/);
  await publicIsWhole();
  const right = () =>
    sftpTarget({ ...address, port: other.port }, { password: "mật khẩu", hostKey: pin(other.hostKey) });
  await once(right, async (target) => delivering(target, await release("Hai")));
  expect(publicPage()).toBe(page("Hai", "Page.bbbbbbbb.css"));
});

test("of two deliverers at once the second is told who the first is, and the site is one of theirs, whole", async () => {
  const { open } = await inProcess();
  const [one, two] = [await open(), await open()];
  const ends = await Promise.allSettled([delivering(one, await release("Một")), delivering(two, await release("Hai"))]);
  const reasons = ends.flatMap((end) => (end.status === "rejected" ? [String(end.reason)] : []));
  expect(reasons).toEqual([expect.stringMatching(/somebody else is delivering \(.*0 phút trước/)]);
  await publicIsWhole();
  await delivering(two, await release("Hai"));
  expect(publicPage()).toBe(page("Hai", "Page.bbbbbbbb.css"));
  await Promise.all([one.close(), two.close()]);
});

test("a file altered while it is delivered is sent again; one that keeps changing stops the delivery by name", async () => {
  const target = await directoryTarget(given.target);
  await delivering(target, await release("Một"));
  const second = await release("Hai");
  const altering = (times: number) => {
    let left = times;
    return new Proxy(target, {
      get: (object, name) => {
        const value = object[name as keyof Target];
        if (typeof value !== "function") return value;
        return async (...options: [string, ...never[]]) => {
          const result: unknown = await (value as (...given: never[]) => unknown).apply(
            object,
            options as unknown as never[],
          );
          if (name !== "put" || !options[0].endsWith("/index.html") || !options[0].includes(".partial/") || left === 0)
            return result;
          left -= 1;
          writeFileSync(join(given.target, options[0]), "x");
          return result;
        };
      },
    });
  };
  await expect(delivering(altering(Number.POSITIVE_INFINITY), second)).rejects.toThrow(
    /index\.html.*read back otherwise/,
  );
  await publicIsWhole();
  expect((await delivering(altering(1), second)).findings).toEqual([]);
  expect(publicPage()).toBe(page("Hai", "Page.bbbbbbbb.css"));
});
