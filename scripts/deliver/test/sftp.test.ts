import { createHmac } from "node:crypto";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ssh2 from "ssh2";
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { sftpAddress } from "../src/target/sftp/address.ts";
import type { SftpOptions } from "../src/target/sftp/connect.ts";
import { fingerprint, knownKeys } from "../src/target/sftp/known-hosts.ts";
import { sftpTarget } from "../src/target/sftp/sftp-target.ts";
import { delivering } from "./delivering.ts";
import { deliverySuite } from "./delivery-suite.ts";
import { has } from "./servers.ts";
import { newKeys, type SftpServer, type SftpServerOptions, startSftp } from "./sftp-server.ts";
import { givenFolders, releaseFrom, siteFiles } from "./site.ts";
import { knownHostsLine, type Sshd, startSshd } from "./sshd.ts";

const given = givenFolders();

function pin(hostKey: string): string {
  const key = ssh2.utils.parseKey(hostKey);
  if (key instanceof Error) throw key;
  return fingerprint(key.getPublicSSH());
}

async function started(options: SftpServerOptions = { password: "mật khẩu" }): Promise<SftpServer> {
  const server = await startSftp(options);
  onTestFinished(server.stop);
  return server;
}

const at = (port: number) => ({ user: "phathanh", host: "127.0.0.1", port, folder: given.target });

async function opened(server: SftpServer, options: SftpOptions = {}) {
  const target = await sftpTarget(at(server.port), { password: "mật khẩu", hostKey: pin(server.hostKey), ...options });
  onTestFinished(() => target.close());
  return target;
}

describe("an SFTP server in this process", () => {
  let server: SftpServer;
  beforeEach(async () => {
    server = await startSftp({ password: "mật khẩu" });
  });
  afterEach(() => server.stop());
  deliverySuite("an SFTP server", given, () =>
    sftpTarget(at(server.port), { password: "mật khẩu", hostKey: pin(server.hostKey) }),
  );
});

describe.skipIf(!has("sshd"))("Debian's OpenSSH server", () => {
  let server: Sshd;
  beforeEach(async () => {
    server = await startSshd(given.folder);
  });
  afterEach(() => server.stop());
  const address = () => ({ ...at(server.port), user: server.user });
  deliverySuite("OpenSSH", given, () => sftpTarget(address(), { key: server.key, hostKey: server.hostKey }));

  test("OpenSSH is known by the user's known hosts, and refused where they name another key", async () => {
    const knownHosts = join(given.folder, "known_hosts");
    writeFileSync(knownHosts, knownHostsLine(server, given.folder));
    const target = await sftpTarget(address(), { key: server.key, knownHosts });
    expect(await target.list("")).toEqual([]);
    await target.close();
    const other = newKeys().public;
    writeFileSync(knownHosts, `[127.0.0.1]:${server.port} ${other}\n`);
    await expect(sftpTarget(address(), { key: server.key, knownHosts })).rejects.toThrow(/the host key is another one/);
  });
});

describe("who is talked to", () => {
  test("a server that nobody named is refused, its fingerprint said, and nothing is sent", async () => {
    const server = await started();
    const knownHosts = join(given.folder, "khong-co");
    const target = sftpTarget(at(server.port), { password: "mật khẩu", knownHosts });
    await expect(target).rejects.toThrow(`ssh-ed25519 ${pin(server.hostKey)}`);
    await expect(target).rejects.toThrow(/this server is not known.*--host-key/);
  });

  test("a changed host key is refused with both fingerprints", async () => {
    const server = await started();
    const pinned = pin(newKeys().private);
    const target = opened(server, { hostKey: pinned });
    await expect(target).rejects.toThrow(pinned);
    await expect(target).rejects.toThrow(pin(server.hostKey));
    await expect(target).rejects.toThrow(/the host key is another one than was pinned/);
  });

  test("known hosts are found by name, by port and by hashed name", () => {
    const key = Buffer.from(newKeys().public.split(" ")[1] ?? "", "base64");
    const salt = Buffer.from("0123456789abcdef0123");
    const hash = createHmac("sha1", salt).update("[may.vn]:2222").digest("base64");
    const line = `ssh-ed25519 ${key.toString("base64")}`;
    const file = join(given.folder, "known_hosts");
    writeFileSync(
      file,
      `# x\n@revoked xau.vn ${line}\nmay.vn,10.0.0.1 ${line} ghi chú\n|1|${salt.toString("base64")}|${hash} ${line}\n`,
    );
    expect(knownKeys(file, "10.0.0.1", 22)).toEqual([key]);
    expect(knownKeys(file, "may.vn", 2222)).toEqual([key]);
    expect([knownKeys(file, "xau.vn", 22), knownKeys(file, "may.vn", 23)]).toEqual([[], []]);
  });
});

describe("who comes in", () => {
  test("a key does, one that a password protects too, another does not", async () => {
    const keys = newKeys();
    const server = await started({ publicKey: keys.public });
    const file = join(given.folder, "khoa");
    writeFileSync(file, keys.private, { mode: 0o600 });
    const target = await sftpTarget(at(server.port), { key: file, hostKey: pin(server.hostKey) });
    expect(await target.list("")).toEqual([]);
    await target.close();
    writeFileSync(file, newKeys().private);
    await expect(sftpTarget(at(server.port), { key: file, hostKey: pin(server.hostKey) })).rejects.toThrow(
      /does not let this account in/,
    );
  });

  test("a wrong password does not, and no message holds it", async () => {
    const server = await started();
    const fault: unknown = await opened(server, { password: "sai bét" }).catch((error: unknown) => error);
    expect(String(fault)).toMatch(/does not let this account in/);
    expect(String(fault)).not.toContain("sai bét");
  });
});

describe("an SFTP address", () => {
  test("names user, host, port and folder; /~/ counts from home", () => {
    expect(sftpAddress("sftp://an@may.vn/srv/tien-do/")).toEqual({
      user: "an",
      host: "may.vn",
      port: 22,
      folder: "/srv/tien-do",
    });
    expect(sftpAddress("sftp://an@may.vn:2222/~/web")).toEqual({
      user: "an",
      host: "may.vn",
      port: 2222,
      folder: "web",
    });
  });

  test.each(["sftp://an@may.vn", "sftp://an@may.vn/a/%2e%2e/b%2f..", "sftp:///x", "may.vn:/x"])(
    "%s is refused",
    (text) => {
      expect(() => sftpAddress(text)).toThrow(/cannot be read as an address/);
    },
  );

  test("with a password in it is refused, and the message does not repeat it", () => {
    expect(() => sftpAddress("sftp://an:bimat@may.vn/x")).toThrow(/an address holds no password/);
    expect(() => sftpAddress("sftp://an:bimat@may.vn/x")).not.toThrow(/bimat/);
  });
});

test("a server that replaces nothing in one step is refused before anything is public", async () => {
  const server = await started({ password: "mật khẩu", extensions: false });
  const target = await opened(server);
  await delivering(target, await releaseFrom(given.folder, siteFiles("Một"))).catch(() => undefined);
  await expect(delivering(target, await releaseFrom(given.folder, siteFiles("Hai")))).rejects.toThrow(
    /no posix-rename/,
  );
  expect(existsSync(join(given.target, "current/index.html"))).toBe(existsSync(join(given.target, "current")));
});

test("a folder that the server does not have is refused", async () => {
  const server = await started();
  const address = { ...at(server.port), folder: `${given.target}/khong-co` };
  await expect(sftpTarget(address, { password: "mật khẩu", hostKey: pin(server.hostKey) })).rejects.toThrow(
    /the server has no such folder/,
  );
  expect(readdirSync(given.target)).toEqual([]);
});
