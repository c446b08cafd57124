import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { userInfo } from "node:os";
import { join } from "node:path";
import { measured } from "./measured.ts";

/** OpenSSH's server on a port of this machine, for this user's own new key. */
export interface Sshd {
  readonly address: (folder: string) => string;
  /** Options with which the delivery comes in. */
  readonly access: string[];
  /** Seconds that OpenSSH's own client takes to put a folder there and to get it back. */
  readonly bareCopy: (from: string, to: string) => Promise<number>;
  readonly stop: () => void;
}

/** Null where OpenSSH's server is not installed. */
export async function startSshd(work: string): Promise<Sshd | null> {
  if (!existsSync("/usr/sbin/sshd")) return null;
  if (process.getuid?.() === 0) mkdirSync("/run/sshd", { recursive: true, mode: 0o755 });
  for (const name of ["host", "user"])
    spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(work, name)]);
  const port = await freePort();
  const settings = [
    ...[`Port ${port}`, "ListenAddress 127.0.0.1", `HostKey ${work}/host`, `PidFile ${work}/pid`, "UsePAM no"],
    ...[`AuthorizedKeysFile ${work}/user.pub`, "StrictModes no", "PasswordAuthentication no", "LogLevel QUIET"],
    ...["PermitRootLogin prohibit-password", "Subsystem sftp internal-sftp"],
  ];
  writeFileSync(join(work, "config"), `${settings.join("\n")}\n`);
  const server = spawn("/usr/sbin/sshd", ["-D", "-f", join(work, "config")], { stdio: "ignore" });
  while (!(await listens(port))) await new Promise((resolve) => setTimeout(resolve, 50));
  const hostKey =
    spawnSync("ssh-keygen", ["-lf", join(work, "host.pub")], { encoding: "utf8" }).stdout.split(" ")[1] ?? "";
  const user = userInfo().username;
  return {
    address: (folder) => `sftp://${user}@127.0.0.1:${port}${folder}`,
    access: ["--key", join(work, "user"), "--host-key", hostKey],
    bareCopy: (from, to) => bareCopy(work, port, from, to),
    stop: () => server.kill("SIGTERM"),
  };
}

async function bareCopy(work: string, port: number, from: string, to: string): Promise<number> {
  mkdirSync(to);
  writeFileSync(join(work, "batch"), `put -R ${from}/. ${to}\nget -R ${to}/. ${work}/back\n`);
  mkdirSync(join(work, "back"));
  const quiet = ["-q", "-o", "StrictHostKeyChecking=no", "-o", `UserKnownHostsFile=${work}/known`];
  const words = [...quiet, "-i", join(work, "user"), "-P", String(port), "-b", join(work, "batch"), "127.0.0.1"];
  const { seconds, status } = await measured("sftp", words);
  if (status !== 0) throw new Error(`sftp ended with ${status}`);
  return seconds;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => resolve(true)).on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}
