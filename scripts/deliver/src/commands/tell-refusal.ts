import { ReleaseError } from "@tiendo/release";
import { DeliverRefusal } from "../refusal.ts";

/** Exit status that asks for the same command again; `sysexits.h` and systemd call it a temporary failure. */
export const LATER = 75;

/** Says what was thrown and gives the exit status: 2 refused, 75 to be run again, 3 a fault of ours. */
export function tellRefusal(error: unknown): 2 | 3 | 75 {
  if (error instanceof DeliverRefusal || error instanceof ReleaseError) {
    console.error(error.message);
    return error instanceof DeliverRefusal && error.kind === "later" ? LATER : 2;
  }
  console.error("Lỗi của chương trình | A fault of the program:", error);
  return 3;
}
