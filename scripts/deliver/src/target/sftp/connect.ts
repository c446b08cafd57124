import { readFileSync } from "node:fs";
import { Client, type ClientChannel, type ConnectConfig, type SFTPWrapper } from "ssh2";
import { DeliverRefusal } from "../../refusal.ts";
import type { SftpAddress } from "./address.ts";
import { type HostKeyOptions, hostKeyCheck } from "./host-key.ts";

/** How the deliverer proves who they are. */
export interface SftpOptions extends HostKeyOptions {
  /** Private key file; without it the agent at SSH_AUTH_SOCK is asked. */
  readonly key?: string;
  /** The account's password, or with `key` the key's. */
  readonly password?: string;
}

/** An open SFTP session. */
export interface Session {
  readonly sftp: SFTPWrapper;
  /** Rejects once the connection is gone; never resolves. */
  readonly broken: Promise<never>;
  readonly close: () => void;
}

const KEEP_ALIVE_MS = 10_000;
const READY_WITHIN_MS = 20_000;
const HEARD_WITHIN_MS = 300;

/** Connects to an SFTP server. @throws {DeliverRefusal} for an unknown or changed host key, or where it cannot come in */
export function connect(address: SftpAddress, options: SftpOptions): Promise<Session> {
  const check = hostKeyCheck(address, options);
  const client = new Client();
  return new Promise((resolve, reject) => {
    let refusal: DeliverRefusal | null = null;
    const broken = new Promise<never>((_, fail) => {
      client.on("error", fail).on("close", () => fail(new Error("connection closed")));
    });
    broken.catch((cause: unknown) => reject(refusal ?? notConnected(address, cause)));
    client.on("ready", () => {
      // Small requests must not wait for one another's receipts: on a quick line that is forty milliseconds each.
      client.setNoDelay(true);
      client.sftp((fault, sftp) => {
        // A line that is cut at this moment gives the same fault, and its end is heard a moment later.
        if (fault) setTimeout(() => reject(noSftp(address, fault)), HEARD_WITHIN_MS);
        else resolve({ sftp, broken, close: () => closing(client, sftp) });
      });
    });
    const hostVerifier = (key: Buffer) => {
      if (check.isPinned(key)) return true;
      refusal = check.refusal(key);
      return false;
    };
    client.connect({ ...reaching(address, check.types), ...proofOf(options), hostVerifier } as ConnectConfig);
  });
}

function reaching({ user, host, port }: SftpAddress, types: string[]): ConnectConfig {
  const serverHostKey = types.flatMap((type) => (type === "ssh-rsa" ? ["rsa-sha2-512", "rsa-sha2-256"] : [type]));
  return {
    ...{ username: user, host, port, readyTimeout: READY_WITHIN_MS, keepaliveInterval: KEEP_ALIVE_MS },
    ...(serverHostKey.length === 0 ? {} : { algorithms: { serverHostKey } as ConnectConfig["algorithms"] }),
  } as ConnectConfig;
}

function proofOf({ key, password }: SftpOptions): ConnectConfig {
  if (key !== undefined) return { privateKey: keyIn(key), ...(password === undefined ? {} : { passphrase: password }) };
  if (password !== undefined) return { password };
  const agent = process.env.SSH_AUTH_SOCK;
  if (agent !== undefined) return { agent };
  throw new DeliverRefusal(
    "sftp",
    "chưa có cách đăng nhập; hãy thêm --key <tệp>, chạy ssh-agent, hoặc thêm --ask-password, --password-fd",
    "no way to log in; add --key <file>, run ssh-agent, or add --ask-password or --password-fd",
  );
}

function keyIn(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new DeliverRefusal(file, "không đọc được khóa", "the key cannot be read", { cause });
  }
}

function closing(client: Client, sftp: SFTPWrapper | ClientChannel): void {
  sftp.end();
  client.end();
}

function notConnected({ user, host, port }: SftpAddress, cause: unknown): DeliverRefusal {
  const fault = cause instanceof Error ? cause.message : String(cause);
  const where = `sftp://${user}@${host}:${port}`;
  if (/authentication|passphrase|private key/i.test(fault))
    return new DeliverRefusal(
      where,
      `máy chủ không nhận đăng nhập (${fault}); hãy xem lại tên, khóa hoặc mật khẩu`,
      `the server does not let this account in (${fault}); look into the name, the key or the password`,
      { cause },
    );
  return new DeliverRefusal(
    where,
    `không kết nối được (${fault}); hãy xem lại địa chỉ và mạng rồi chạy lại`,
    `cannot be connected to (${fault}); look into the address and the network, then run again`,
    { kind: "later", cause },
  );
}

function noSftp({ host }: SftpAddress, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    host,
    "máy chủ không mở SFTP cho tài khoản này",
    "the server opens no SFTP for this account",
    { cause },
  );
}
