import { fileURLToPath } from "node:url";
import { editions, type RowKind, rowKindNames } from "@tiendo/schema";
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { addDeskCommands } from "./commands/desk-commands.ts";
import { addListCommands } from "./commands/list-commands.ts";
import { addReleaseCommands } from "./commands/release-commands.ts";
import { wrongUse } from "./commands/wrong-use.ts";
import { stopOnSignals } from "./stopping.ts";

const dataFolder = fileURLToPath(new URL("../../../data", import.meta.url));

function isoDate(text: string): string {
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!valid) throw new InvalidArgumentError(`found "${text}"; expected a day such as 2022-04-26`);
  return text;
}

function rowKind(text: string): RowKind {
  const kind = rowKindNames.find((name) => name === text);
  if (kind === undefined) throw new InvalidArgumentError(`found "${text}"; expected one of ${rowKindNames.join(", ")}`);
  return kind;
}

function memorySize(text: string): string {
  if (/^\d+(\.\d+)? ?[KMGT]i?B$/i.test(text)) return text;
  throw new InvalidArgumentError(`found "${text}"; expected a size such as 500MB or 2GB`);
}

function wholeCount(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError(`found "${text}"; expected a whole number from 1 to 9999`);
}

const program = new Command("tiendo")
  .description(
    "Tiến độ: tổng hợp và công bố kết quả làm sạch dữ liệu tiêm chủng | aggregate and publish the cleaning of vaccination data",
  )
  .addHelpText(
    "after",
    "\nBắt đầu | Start: tiendo template person_record, tiendo check <tệp | file>\nMã kết thúc | Exit status: 0 ổn | fine, 1 dữ liệu có vấn đề | problems in the data, 2 bị từ chối hoặc dùng sai | refused or wrong use, 3 lỗi chương trình | a fault of the program, 130 hoặc 143 bị dừng giữa chừng | stopped half-way.",
  )
  // Settings that the commands below take over.
  .configureOutput({ outputError: (text, write) => write(wrongUse(text)) })
  .showHelpAfterError("Cách dùng | Usage: tiendo --help, tiendo <lệnh | command> --help")
  .exitOverride();

program
  .command("aggregate")
  .description("chạy từ tệp thô đến thư mục công bố | run the walk from raw files to the published folder")
  .argument(
    "[report...]",
    "báo cáo cần chạy, mặc định là tất cả | reports to run, by default every one under data/reports",
  )
  .option("--as-of <day>", "báo cáo như vào ngày đó | the report as it stood that day, such as 2022-04-26", isoDate)
  .option("--data <folder>", "thư mục dữ liệu | the data folder", dataFolder)
  .option("--force", "chạy lại dù không có gì thay đổi | run even if nothing has changed")
  .option("--first-release", "chưa từng công bố kỳ nào | no release was ever published before")
  .option(
    "--memory <size>",
    "bộ nhớ tối đa của DuckDB, mặc định 3/4 của máy | memory limit of DuckDB, by default 3/4 of the machine's",
    memorySize,
  )
  .option(
    "--spill <folder>",
    "nơi ghi tạm khi hết bộ nhớ, có thể chứa dòng về người | where what does not fit in memory goes; it may hold rows of people",
  )
  .option(
    "--partitions <count>",
    "chia người thành từng ấy phần, mặc định theo bộ nhớ | clean people in so many parts, by default as memory asks for; the result is the same",
    wholeCount,
  )
  .action(async (reports: string[], options) => {
    stopOnSignals();
    const { aggregateCommand } = await import("./commands/aggregate-command.ts");
    process.exitCode = await aggregateCommand(reports, options);
  });

program
  .command("check")
  .showHelpAfterError("Ví dụ | Example: tiendo check danh-sach.xlsx\nCách dùng | Usage: tiendo check --help")
  .description("kiểm tra tệp trước khi gửi hoặc tổng hợp | check files before they are sent or aggregated")
  .argument("<file...>", "tệp hoặc thư mục | files or folders: .csv .tsv .xlsx .xls .parquet .json")
  .option(
    "--kind <kind>",
    "loại dòng, nếu tiêu đề chưa đủ rõ | the kind of rows, where the header does not tell",
    rowKind,
  )
  .option("--as-of <day>", "kiểm tra như vào ngày đó, mặc định hôm nay | as of that day, by default today", isoDate)
  .addOption(
    new Option("--edition <edition>", "ấn bản danh mục đơn vị | edition of the units")
      .choices(Object.keys(editions))
      .default("2022"),
  )
  .addOption(new Option("--lang <language>", "ngôn ngữ | language").choices(["vi", "en"]).default("vi"))
  .option("--json", "kết quả cho chương trình khác | the result for programs")
  .option(
    "--synthetic",
    "dữ liệu mô phỏng: số định danh bắt đầu bằng 9 | synthetic people: identity numbers begin with 9",
  )
  .option(
    "--out <folder>",
    "nơi ghi danh sách và bảng trả lại | where the list and the returned workbook go, by default under data/private/check",
  )
  .option("--no-workbook", "không ghi bảng trả lại | write no returned workbook")
  .option("--memory <size>", "bộ nhớ tối đa của DuckDB | memory limit of DuckDB", memorySize, "1GB")
  .option("--data <folder>", "thư mục dữ liệu | the data folder", dataFolder)
  .addHelpText(
    "after",
    "\nMã kết thúc | Exit status: 0 không có vấn đề | no problem, 1 có dòng phải sửa | problems in rows, 2 tệp bị từ chối hoặc tạm giữ | a file was refused or held, 3 lỗi chương trình | a fault of the program, 130 hoặc 143 bị dừng giữa chừng | stopped half-way.\nVí dụ | Example: tiendo check danh-sach.xlsx --lang vi",
  )
  .action(async (files: string[], options) => {
    stopOnSignals();
    const { openForCheck, placesBelow } = await import("./check/check-places.ts");
    const places = placesBelow(options.data, options.memory);
    const opening = openForCheck(places, files);
    opening.catch(() => "thrown where it is waited for");
    const { checkCommand } = await import("./commands/check-command.ts");
    process.exitCode = await checkCommand(files, options, places, opening);
  });

program
  .command("template")
  .description("tạo biểu mẫu XLSX trống | write a blank XLSX form")
  .argument("<kind>", `loại dòng | kind of rows: ${rowKindNames.join(", ")}`)
  .option("--out <path>", "tệp hoặc thư mục | file or folder")
  .option("--force", "ghi đè | overwrite")
  .addOption(
    new Option("--lang <language>", "ngôn ngữ của thông báo | language of the messages")
      .choices(["vi", "en"])
      .default("vi"),
  )
  .action(async (kind: string, options) => {
    const { templateCommand } = await import("./commands/template-command.ts");
    process.exitCode = await templateCommand(kind, options);
  });

addListCommands(program, dataFolder, isoDate);
addDeskCommands(program, dataFolder);
addReleaseCommands(program);

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version are no misuse; commander has already said what is wrong with anything else.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
