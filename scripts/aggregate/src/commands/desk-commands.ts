import { type Command, InvalidArgumentError, Option } from "commander";

/** Adds the commands of the analyst's desk: `query`, `explain`, `diff` and `status`. */
export function addDeskCommands(program: Command, data: string): void {
  addQuery(program, data);
  addExplain(program, data);
  addDiff(program);
  addStatus(program, data);
  addAudit(program);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError(`có “${text}”; cần số nguyên | expected a whole number`);
  return Number(text);
}

function addQuery(program: Command, data: string): void {
  program
    .command("query")
    .description("hỏi các bảng của một báo cáo bằng SQL | ask the tables of a report in SQL")
    .argument("[select]", "câu lệnh, bỏ trống để liệt kê các bảng | the select; without it the tables are listed")
    .option(
      "--report <id>",
      "báo cáo, mặc định là báo cáo có dữ liệu từng người | the report, by default the one with people",
    )
    .addOption(
      new Option(
        "--format <form>",
        "cách ghi câu trả lời, mặc định theo đuôi tệp hoặc bảng | how the answer is written, by default as the file's ending says, else a table",
      ).choices(["table", "csv", "json", "parquet"]),
    )
    .option("--out <file>", "ghi vào tệp | write to a file; it may hold rows of people, and only you can read it")
    .option("--data <folder>", "thư mục dữ liệu | the data folder", data)
    .addHelpText(
      "after",
      `
Bảng mang tên của mô hình; published_<tên> là phần công khai, đã ẩn số nhỏ. Chỉ đọc: không gì bị thay đổi.
Tables have the names of the models; published_<name> is what the public sees, small counts hidden. Nothing is changed.
Exit status: 0 answered, 2 refused or wrong use, 3 a fault of the program.
Ví dụ | Example: tiendo query --report binh-phuoc-demo "select unit_code, subjects, cleaned from cleaning_progress where scope = 'all'"`,
    )
    .action(async (select: string | undefined, options) => {
      const { queryCommand } = await import("./query-command.ts");
      process.exitCode = await queryCommand(select, options);
    });
}

function addExplain(program: Command, data: string): void {
  program
    .command("explain")
    .description("nói một bảng từ đâu ra | say where a table comes from")
    .argument("<table>", "tên bảng, như cleaning_progress | a table, such as cleaning_progress")
    .option(
      "--report <id>",
      "báo cáo, mặc định là báo cáo có dữ liệu từng người | the report, by default the one with people",
    )
    .option("--unit <code>", "đếm riêng cho đơn vị này | count for this unit and what is below it too, such as 70")
    .option("--data <folder>", "thư mục dữ liệu | the data folder", data)
    .addHelpText(
      "after",
      `
In câu lệnh SQL của bảng, các bảng nó đọc, số dòng đứng sau và các tệp nguồn với mã băm. Không gì bị thay đổi.
Prints the table's SQL, the tables it reads, how many rows stand behind it, and the files with their hashes.
Exit status: 0 told, 2 refused or wrong use, 3 a fault of the program.
Ví dụ | Example: tiendo explain cleaning_progress --report binh-phuoc-demo --unit 70`,
    )
    .action(async (table: string, options) => {
      const { explainCommand } = await import("./explain-command.ts");
      process.exitCode = await explainCommand(table, options);
    });
}

function addDiff(program: Command): void {
  program
    .command("diff")
    .description(
      "so hai thư mục công bố, từng bảng, từng ô | compare two published folders, table by table, cell by cell",
    )
    .argument("<before>", "thư mục trước, như data/published/vietnam-2022/2022-09-01 | the folder before")
    .argument("<after>", "thư mục sau | the folder after")
    .option("--json", "kết quả cho chương trình khác | the result for programs")
    .option("--limit <rows>", "số ô được kể của mỗi bảng | how many cells of each table are told", wholeNumber, 20)
    .addHelpText("after", "\nExit status: 0 the same, 1 they differ, 2 refused or wrong use, 3 a fault of the program.")
    .action(async (before: string, after: string, options) => {
      const { diffCommand } = await import("./diff-command.ts");
      process.exitCode = await diffCommand(before, after, options);
    });
}

function addStatus(program: Command, data: string): void {
  program
    .command("status")
    .description("báo cáo nào mới, báo cáo nào sẽ chạy lại | which reports are up to date, which would be run again")
    .argument("[report...]", "báo cáo, mặc định là tất cả | reports, by default every one")
    .option("--json", "kết quả cho chương trình khác | the result for programs")
    .option("--data <folder>", "thư mục dữ liệu | the data folder", data)
    .addHelpText(
      "after",
      "\nExit status: 0 all up to date, 1 some would be run again, 2 refused or wrong use, 3 a fault of the program.",
    )
    .action(async (reports: string[], options) => {
      const { statusCommand } = await import("./status-command.ts");
      process.exitCode = await statusCommand(reports, options);
    });
}

function addAudit(program: Command): void {
  program
    .command("audit")
    .description(
      "thử tính lại các số bị ẩn chỉ từ thư mục công bố, của một hay nhiều kỳ | try to compute hidden counts from published folders alone, of one release or of several",
    )
    .argument(
      "<folders...>",
      "như data/published/binh-phuoc-demo/2022-04-26; nhiều kỳ thì thử cùng nhau | the folder of a release; several of one report are tried together",
    )
    .addHelpText(
      "after",
      "\nExit status: 0 no hidden count can be narrowed, 1 some can, 2 refused or wrong use, 3 a fault of the program.",
    )
    .action(async (folders: string[]) => {
      const { auditCommand } = await import("./audit-command.ts");
      process.exitCode = await auditCommand(folders);
    });
}
