import { DeliverRefusal } from "../refusal.ts";

/** The disk of the target has no room left. */
export function fullAt(where: string, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    where,
    "ổ đĩa nơi nhận đã đầy; trang công khai vẫn nguyên; hãy dọn chỗ (npm run deliver -- prune) rồi chạy lại",
    "the target's disk is full; the public site stands; make room (npm run deliver -- prune), then run again",
    { kind: "later", cause },
  );
}

/** The target does not let this user do it. */
export function deniedAt(where: string, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    where,
    "nơi nhận không cho phép ghi; hãy xin quyền ghi cho tài khoản phát hành",
    "the target does not permit it; ask for the right to write for the delivering account",
    { cause },
  );
}

/** The connection to the target ended before the work did. */
export function cutAt(where: string, cause: unknown): DeliverRefusal {
  return new DeliverRefusal(
    where,
    "mất kết nối giữa chừng; trang công khai vẫn nguyên; hãy chạy lại, phần đã gửi không phải gửi nữa",
    "the connection was cut; the public site stands; run again, what was sent is not sent twice",
    { kind: "later", cause },
  );
}

/** The target's own software failed and does not say why. */
export function failedAt(where: string, cause: unknown): DeliverRefusal {
  const said = cause instanceof Error ? cause.message : String(cause);
  return new DeliverRefusal(
    where,
    `máy chủ báo lỗi (${said}); trang công khai vẫn nguyên; hãy xem nhật ký của máy chủ rồi chạy lại`,
    `the server failed (${said}); the public site stands; look into the server's log, then run again`,
    { kind: "later", cause },
  );
}
