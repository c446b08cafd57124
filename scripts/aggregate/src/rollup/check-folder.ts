import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { keyName, type Problem, readPublicKey, readSignature, SIGNATURE, verifyFolder } from "@tiendo/release";
import { DataPackage, type LocalText, type ReportDefinition } from "@tiendo/schema";
import { FolderRefusal, plain } from "./folder-refusal.ts";
import type { Part } from "./parts.ts";

/** What a folder says of itself, and the signature that proves it. */
export interface ProvenFolder {
  described: DataPackage;
  signature: string;
  trustedComment: string;
}

/**
 * Checks that a folder is whole, signed by its sender, of the unit and day that are due, and hides no less than the report.
 * @throws {FolderRefusal}
 */
export async function checkFolder(folder: string, part: Part, report: ReportDefinition): Promise<ProvenFolder> {
  const key = part.publicKey;
  if (key === null) throw new FolderRefusal("FOLDER.OTHER", noKey, plain("report.json: senders"));
  const found = await verifyFolder(folder, { key });
  const expected = plain(keyName(readPublicKey(key).id));
  if (found.signature === "absent") throw new FolderRefusal("FOLDER.UNSIGNED", plain(""), expected);
  refuse(
    "FOLDER.CHANGED",
    found.problems.filter(({ kind }) => kind !== "signature"),
  );
  refuse("FOLDER.SIGNATURE", found.problems);
  const described = DataPackage.parse(JSON.parse(await readFile(join(folder, "datapackage.json"), "utf8")));
  refuseOther(described, part, report);
  refuseLessHidden(described, report);
  const text = await readFile(join(folder, SIGNATURE), "utf8");
  return { described, signature: text.split("\n")[1] ?? "", trustedComment: readSignature(text).trustedComment };
}

const noKey: LocalText = {
  vi: "thư mục của đơn vị không có khóa",
  en: "a folder of a unit whose key is not named",
};

function refuse(code: "FOLDER.CHANGED" | "FOLDER.SIGNATURE", problems: readonly Problem[]): void {
  if (problems.length === 0) return;
  const list = (lang: "vi" | "en") => problems.map((problem) => problem[lang]).join("; ");
  throw new FolderRefusal(code, { vi: list("vi"), en: list("en") }, plain(""));
}

/** Synthetic people must not get into a report of real ones; of two editions one code is two units. */
function refuseOther({ tiendo }: DataPackage, { unit }: Part, report: ReportDefinition): void {
  const sent = tiendo.report;
  const say = (code: string, edition: string, day: string, synthetic: boolean): LocalText => ({
    vi: `đơn vị ${code} (${edition}), ngày ${day}, ${synthetic ? "mô phỏng" : "dữ liệu thật"}`,
    en: `unit ${code} (${edition}), day ${day}, ${synthetic ? "synthetic" : "real data"}`,
  });
  const found = say(sent.root_unit, sent.edition, sent.as_of, sent.synthetic);
  const expected = say(unit.code, unit.edition, report.as_of, report.synthetic);
  if (found.en !== expected.en) throw new FolderRefusal("FOLDER.OTHER", found, expected);
}

/** What a sender tells of so few people would be told by this report, which promises to hide it. */
function refuseLessHidden({ tiendo }: DataPackage, report: ReportDefinition): void {
  const thresholds = ["suppress_below", "min_denominator"] as const;
  const low = thresholds.filter((name) => tiendo.report[name] < report[name]);
  // A folder that hides small counts alone gives some of them away, and with it the whole report would.
  if (tiendo.report.protection === "primary" && report.protection !== "primary")
    throw new FolderRefusal("FOLDER.LESS_HIDDEN", plain("protection primary"), plain("protection arithmetic"));
  if (low.length === 0) return;
  const say = (from: Pick<ReportDefinition, "suppress_below" | "min_denominator">) =>
    plain(low.map((name) => `${name} ${from[name]}`).join(", "));
  throw new FolderRefusal("FOLDER.LESS_HIDDEN", say(tiendo.report), say(report));
}
