import { existsSync } from "node:fs";
import { appendFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Measured, measured } from "./measured.ts";
import { type Sshd, startSshd } from "./sshd.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const dist = join(root, "sites/progress/dist");
const cli = join(root, "scripts/deliver/src/cli.ts");
const packed = join(root, "scripts/deliver/.packed.tmp");

/** Delivers the built site to a folder, and over SFTP to OpenSSH on loopback where it is installed. */
export async function deliverBench(): Promise<void> {
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} is not built; run: npm run build`);
  const work = await mkdtemp(join(tmpdir(), "tiendo-bench-"));
  const sshd = await startSshd(work);
  try {
    await deliverAll(work, sshd);
  } finally {
    sshd?.stop();
    await rm(work, { recursive: true });
  }
}

async function deliverAll(work: string, sshd: Sshd | null): Promise<void> {
  // Nothing is packed beforehand: the first delivery pays for it.
  await rm(packed, { recursive: true, force: true });
  const folder = join(work, "folder");
  const near = await deliverThrice("folder", work, folder, [folder]);
  const bare = await bareCopy(join(folder, "current"), work);
  console.log(`  bare: cp -R and diff -r of the same files: ${bare.toFixed(2)} s`);
  let [ours, theirs] = [near.seconds, bare];
  let peak = near.megabytes;
  console.log(`ratio folder ${(near.seconds / bare).toFixed(2)}`);
  if (sshd === null) console.log("skipped: SFTP, since OpenSSH's server is not installed");
  else {
    const remote = join(work, "remote");
    const far = await deliverThrice("SFTP", work, remote, [sshd.address(remote), ...sshd.access]);
    const copied = await sshd.bareCopy(join(folder, "current"), join(work, "bare-remote"));
    console.log(`  bare: OpenSSH's sftp, there and back: ${copied.toFixed(2)} s`);
    console.log(`ratio sftp ${(far.seconds / copied).toFixed(2)}`);
    [ours, theirs, peak] = [ours + far.seconds, theirs + copied, Math.max(peak, far.megabytes)];
  }
  console.log(`peak ${Math.round(peak)}`);
  console.log(`ratio deliver ${(ours / theirs).toFixed(2)}`);
}

/** A first delivery, one with nothing changed, one with a page changed; gives the first. */
async function deliverThrice(name: string, work: string, folder: string, to: string[]): Promise<Measured> {
  await mkdir(folder);
  const first = await deliver(to, dist);
  console.log(`${name}, first: ${said(first)}`);
  console.log(`${name}, nothing changed: ${said(await deliver(to, dist))}`);
  const changed = join(work, "changed");
  await cp(dist, changed, { recursive: true });
  await appendFile(join(changed, "index.html"), "\n");
  console.log(`${name}, one page changed: ${said(await deliver(to, changed))}`);
  await rm(changed, { recursive: true });
  return first;
}

async function deliver([to = "", ...access]: string[], site: string): Promise<Measured> {
  const run = await measured(process.execPath, [cli, "--to", to, "--dist", site, ...access]);
  if (run.status !== 0) throw new Error(`deliver ended with ${run.status}: ${run.output}`);
  return run;
}

function said({ seconds, megabytes, output }: Measured): string {
  const sent = /Sent: (.*?);/.exec(output)?.[1] ?? "?";
  return `${seconds.toFixed(2)} s, start-up included, ${Math.round(megabytes)} MB; sent ${sent}`;
}

/** What writing the same files and reading them back takes without any of our care. */
async function bareCopy(from: string, work: string): Promise<number> {
  const script = join(work, "bare.sh");
  await writeFile(script, `cp -RL "$1" "$2" && diff -r "$1" "$2"\n`);
  const { seconds, status } = await measured("sh", [script, from, join(work, "bare")]);
  if (status !== 0) throw new Error(`the bare copy ended with ${status}`);
  return seconds;
}
