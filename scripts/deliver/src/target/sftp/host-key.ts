import { homedir } from "node:os";
import { join } from "node:path";
import { DeliverRefusal } from "../../refusal.ts";
import type { SftpAddress } from "./address.ts";
import { fingerprint, keyType, knownKeys } from "./known-hosts.ts";

/** How a server proves that it is the one: by the fingerprint that was given, or by the user's known hosts. */
export interface HostKeyOptions {
  /** `SHA256:…`, as `ssh-keygen -lf` prints it on the server. */
  readonly hostKey?: string;
  /** By default `~/.ssh/known_hosts`. */
  readonly knownHosts?: string;
}

/** Judges the key that a server shows; a key that nobody named is never accepted. */
export interface HostKeyCheck {
  /** Types of the keys that are known, so that the server shows one of those; all where a fingerprint was given. */
  readonly types: string[];
  readonly isPinned: (key: Buffer) => boolean;
  /** What to say of a key that is not. */
  readonly refusal: (key: Buffer) => DeliverRefusal;
}

/** The check of one server's key. */
export function hostKeyCheck({ host, port }: SftpAddress, options: HostKeyOptions): HostKeyCheck {
  const file = options.knownHosts ?? join(homedir(), ".ssh/known_hosts");
  const known = options.hostKey === undefined ? knownKeys(file, host, port) : [];
  const pinned = options.hostKey === undefined ? known.map(fingerprint) : [options.hostKey.trim()];
  return {
    types: known.map(keyType),
    isPinned: (key) => pinned.includes(fingerprint(key)),
    refusal: (key) => (pinned.length === 0 ? unknownHost(host, key) : changedHost(host, key, pinned)),
  };
}

function unknownHost(host: string, key: Buffer): DeliverRefusal {
  const found = `${keyType(key)} ${fingerprint(key)}`;
  return new DeliverRefusal(
    host,
    `chưa biết máy chủ này; nó đưa khóa ${found}; hãy so với kết quả của ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub trên chính máy chủ rồi thêm --host-key SHA256:…`,
    "this server is not known; compare that key with what ssh-keygen prints on the server itself, then add --host-key SHA256:…",
  );
}

function changedHost(host: string, key: Buffer, pinned: readonly string[]): DeliverRefusal {
  return new DeliverRefusal(
    host,
    `khóa máy chủ đã khác: nhận ${keyType(key)} ${fingerprint(key)}, cần ${pinned.join(" hoặc ")}; có thể là máy khác mạo nhận, không gửi gì; hãy hỏi người quản trị máy chủ`,
    "the host key is another one than was pinned; it may be somebody else's machine, nothing was sent; ask the server's administrator",
  );
}
