import { editions } from "@tiendo/schema";
import { Command, InvalidArgumentError, Option } from "commander";
import { generateSample } from "./generate-sample.ts";
import { defaultOptions, SampleError, type SamplePart, sampleParts } from "./options.ts";

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(`có “${text}”; cần số nguyên | expected a whole number`);
  return Number(text);
}

const list = (text: string) => text.split(",").filter((part) => part !== "");

function parts(text: string): SamplePart[] {
  const wrong = list(text).find((part) => !sampleParts.some((name) => name === part));
  if (wrong === undefined) return list(text) as SamplePart[];
  throw new InvalidArgumentError(`có “${wrong}”; cần một trong | expected one of: ${sampleParts.join(", ")}`);
}

const program = new Command("sample")
  .description(
    "Tạo người, hồ sơ tiêm và diễn biến làm sạch mô phỏng | make synthetic people, vaccination records and cleaning events",
  )
  .option(
    "--people <n>",
    "số người có hồ sơ, mặc định theo đơn vị | people with records, by default the unit's own",
    wholeNumber,
  )
  .option(
    "--unit <codes>",
    "mã tỉnh, cách nhau dấu phẩy, hoặc VN | province codes, by commas, or VN",
    list,
    defaultOptions.units,
  )
  .addOption(
    new Option("--edition <edition>", "ấn bản danh mục đơn vị | edition of the units")
      .choices(Object.keys(editions))
      .default(defaultOptions.edition),
  )
  .option(
    "--seed <text>",
    "hạt giống: cùng hạt giống, cùng dữ liệu | the same seed makes the same bytes",
    defaultOptions.seed,
  )
  .option("--as-of <day>", "dữ liệu như vào ngày đó | the data as it stood that day", defaultOptions.asOf)
  .option("--arrivals <days>", "các ngày tệp đến, cách nhau dấu phẩy | days on which files arrive, by commas", list, [])
  .addOption(
    new Option("--format <format>", "dạng tệp về người | format of the files about people")
      .choices(["csv", "parquet"])
      .default(defaultOptions.format),
  )
  .addOption(
    new Option("--files-by <unit>", "mỗi tệp một huyện hay một tỉnh | a file for each district or province")
      .choices(["district", "province"])
      .default(defaultOptions.filesBy),
  )
  .addOption(
    new Option("--dirt <kind>", "lỗi chắc chắn sửa được, hay mọi lỗi | dirt that sure rules repair, or all of it")
      .choices(["certain", "all"])
      .default(defaultOptions.dirt),
  )
  .option("--only <parts>", `chỉ ghi | write only: ${sampleParts.join(",")}`, parts, defaultOptions.only)
  .option("--report <id>", "báo cáo nhận dữ liệu | the report that gets the data", defaultOptions.report)
  .option("--data <folder>", "thư mục dữ liệu | the data folder", defaultOptions.data)
  .option("--memory <size>", "bộ nhớ tối đa của DuckDB | memory limit of DuckDB", defaultOptions.memory)
  .option("--force", "tạo lại dù đã có | make it again though it is there")
  .action(async ({ people, unit, force, ...options }) => {
    const start = performance.now();
    const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
    const { persons, made } = await generateSample({
      ...options,
      people: people ?? null,
      units: unit,
      force: force === true,
      progress: (line) => console.error(`${seconds().padStart(7)} s  ${line}`),
    });
    console.log(
      made
        ? `đã ghi | written: ${persons} (${seconds()} s)`
        : `đã có sẵn, không làm gì | already there, nothing done: ${persons}`,
    );
  });

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof SampleError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
