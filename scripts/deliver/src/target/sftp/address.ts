import { userInfo } from "node:os";
import { DeliverRefusal } from "../../refusal.ts";

/** Where an SFTP target is: `sftp://user@host:port/folder`; `/~/folder` counts from the account's home. */
export interface SftpAddress {
  readonly user: string;
  readonly host: string;
  readonly port: number;
  readonly folder: string;
}

/** Reads an SFTP address. @throws {DeliverRefusal} for one with a password in it: every user of this machine could read it */
export function sftpAddress(text: string): SftpAddress {
  const url = URL.canParse(text) ? new URL(text) : null;
  const folder = decodeURIComponent(url?.pathname ?? "").replace(/\/+$/, "");
  if (url === null || url.hostname === "" || folder === "" || folder.split("/").includes("..")) throw unreadable(text);
  if (url.password !== "") throw passwordInside(text.replace(/:[^:@]*@/, ":…@"));
  const user = url.username === "" ? userInfo().username : decodeURIComponent(url.username);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { user, host, port: Number(url.port || 22), folder: folder.replace(/^\/~\//, "") };
}

function unreadable(text: string): DeliverRefusal {
  return new DeliverRefusal(
    text,
    "không đọc được địa chỉ; cần dạng sftp://ten@may-chu:22/srv/tien-do",
    "cannot be read as an address; expected sftp://user@host:22/srv/tien-do",
  );
}

function passwordInside(text: string): DeliverRefusal {
  return new DeliverRefusal(
    text,
    "không ghi mật khẩu trong địa chỉ; hãy dùng khóa (--key), ssh-agent, --ask-password hoặc --password-fd",
    "an address holds no password; use a key (--key), ssh-agent, --ask-password or --password-fd",
  );
}
