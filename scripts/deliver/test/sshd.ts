import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { freePort } from "./servers.ts";

/** OpenSSH's server under test, the key that may come in, and the fingerprint of the server's own. */
export interface Sshd {
  readonly port: number;
  readonly user: string;
  readonly key: string;
  readonly hostKey: string;
  readonly stop: () => Promise<void>;
}

/** Debian's OpenSSH server on this machine, SFTP for this user alone. */
export async function startSshd(folder: string): Promise<Sshd> {
  const work = join(folder, "sshd");
  mkdirSync(work, { mode: 0o700 });
  // Where it drops its rights to; Debian's service makes it when it starts.
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  for (const name of ["host", "user"])
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(work, name)]);
  chmodSync(join(work, "user.pub"), 0o600);
  const port = await freePort();
  const settings = [
    ...[`Port ${port}`, "ListenAddress 127.0.0.1", `HostKey ${work}/host`, `PidFile ${work}/pid`, "UsePAM no"],
    ...[`AuthorizedKeysFile ${work}/user.pub`, "StrictModes no", "PermitRootLogin prohibit-password"],
    ...["PasswordAuthentication no", "Subsystem sftp internal-sftp", "LogLevel QUIET"],
  ];
  writeFileSync(join(work, "config"), `${settings.join("\n")}\n`);
  const server = spawn("/usr/sbin/sshd", ["-D", "-e", "-f", join(work, "config")], { stdio: "ignore" });
  await listens(port);
  const stop = () =>
    new Promise<void>((resolve) => {
      server.once("exit", () => resolve());
      server.kill("SIGTERM");
    });
  const hostKey =
    spawnSync("ssh-keygen", ["-lf", join(work, "host.pub")], { encoding: "utf8" }).stdout.split(" ")[1] ?? "";
  return { port, user: userInfo().username, key: join(work, "user"), hostKey, stop };
}

/** The line of a `known_hosts` file for a server on a port of this machine. */
export const knownHostsLine = (sshd: Sshd, folder: string) =>
  `[127.0.0.1]:${sshd.port} ${readFileSync(join(folder, "sshd/host.pub"), "utf8")}`;

async function listens(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
      socket.on("connect", () => socket.destroy());
    });
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("sshd does not listen");
}
