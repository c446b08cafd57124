import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { aggregateCommand } from "./commands/aggregate-command.ts";

const dataFolder = fileURLToPath(new URL("../../../data", import.meta.url));

function isoDate(text: string): string {
  const valid = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!valid) throw new InvalidArgumentError(`found "${text}"; expected a day such as 2022-04-26`);
  return text;
}

const program = new Command("tiendo")
  .description(
    "Tiến độ: tổng hợp và công bố kết quả làm sạch dữ liệu tiêm chủng | aggregate and publish the cleaning of vaccination data",
  )
  .addHelpText(
    "after",
    "\nExit status: 0 fine, 1 problems found in the data, 2 refused or wrong use, 3 a fault of the program.",
  )
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
  .action(async (reports: string[], options) => {
    process.exitCode = await aggregateCommand(reports, options);
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help and version are no misuse; commander has already said what is wrong with anything else.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
