import { codesOf, subjectStates } from "@tiendo/schema";
import { type Command, Option } from "commander";

/** Adds the commands about lists of people: `worklist`, `proposals` and `decrypt`. */
export function addListCommands(program: Command, data: string, isoDate: (text: string) => string): void {
  addWorklist(program, data, isoDate);
  addProposals(program, data);
  addDecrypt(program, data);
}

function addWorklist(program: Command, data: string, isoDate: (text: string) => string): void {
  program
    .command("worklist")
    .description("lập danh sách cần xác minh của từng xã (bước 1) | write each commune's worklist (step 1)")
    .option("--unit <code>", "tỉnh, huyện hoặc xã, mặc định cả báo cáo | province, district or commune, by default all")
    .option("--commune <code...>", "chỉ những xã này | only these communes")
    .option("--report <id>", "báo cáo, nếu có nhiều | the report, where several have people")
    .addOption(
      new Option("--state <state...>", "tình trạng của người đưa vào danh sách | where people stand who are listed")
        .choices(codesOf(subjectStates).filter((state) => state !== "not_needed" && state !== "verified"))
        .default(["to_list", "mismatched"]),
    )
    .option("--list-date <day>", "ngày lập, mặc định ngày số liệu của báo cáo | day, by default the report's", isoDate)
    .addOption(outOption())
    .addOption(passwordOption())
    .addOption(passwordFileOption())
    .option("--force", "thay cả tệp đã được sửa | replace files that were changed, too")
    .option("--data <folder>", "thư mục dữ liệu | the data folder", data)
    .addHelpText(
      "after",
      `
Danh sách đã điền đặt vào data/private/<báo cáo>/raw rồi chạy lại tiendo aggregate; lấy tệp ra là trở lại như trước.
A filled list goes into data/private/<report>/raw and is read by tiendo aggregate; taking it out undoes it.
Exit status: 0 written, 2 refused or wrong use, 3 a fault of the program.
Ví dụ | Example: tiendo worklist --unit 70 --commune 25195 25198 --list-date 2022-04-26 --password`,
    )
    .action(async (options) => {
      const { worklistCommand } = await import("./worklist-command.ts");
      process.exitCode = await worklistCommand(options);
    });
}

function addProposals(program: Command, data: string): void {
  program
    .command("proposals")
    .description("ghi phiếu duyệt các đề xuất chưa quyết định | write the file in which open proposals are decided")
    .option("--report <id>", "báo cáo, nếu có nhiều | the report, where several have people")
    .addOption(outOption())
    .addOption(passwordOption())
    .addOption(passwordFileOption())
    .option("--force", "thay cả tệp đã được sửa | replace a file that was changed, too")
    .option("--data <folder>", "thư mục dữ liệu | the data folder", data)
    .addHelpText(
      "after",
      `
Phiếu đã duyệt đặt vào data/private/<báo cáo>/raw rồi chạy lại tiendo aggregate.
The decided file goes into data/private/<report>/raw and is followed by tiendo aggregate.
Exit status: 0 written, 2 refused or wrong use, 3 a fault of the program.`,
    )
    .action(async (options) => {
      const { proposalsCommand } = await import("./proposals-command.ts");
      process.exitCode = await proposalsCommand(options);
    });
}

function addDecrypt(program: Command, data: string): void {
  program
    .command("decrypt")
    .description("mở khóa danh sách đã điền, đặt vào nơi được đọc | unlock filled lists into the folder that is read")
    .argument("<file...>", "bảng tính có mật khẩu | encrypted workbooks")
    .option("--report <id>", "báo cáo, nếu có nhiều | the report, where several have people")
    .option(
      "--out <folder>",
      "nơi ghi trong data/private, mặc định data/private/<báo cáo>/raw | folder below data/private, by default the report's raw",
    )
    .option(
      "--password-file <file>",
      "mật khẩu ở dòng đầu của tệp; không có thì hỏi | the first line of a file; asked for without one",
    )
    .option("--force", "thay tệp đã có | replace files that exist")
    .option("--data <folder>", "thư mục dữ liệu | the data folder", data)
    .addHelpText("after", "\nExit status: 0 written, 2 refused or wrong use, 3 a fault of the program.")
    .action(async (files: string[], options) => {
      const { decryptCommand } = await import("./decrypt-command.ts");
      process.exitCode = await decryptCommand(files, options);
    });
}

function outOption(): Option {
  return new Option(
    "--out <folder>",
    "nơi ghi, trong data/private trừ khi có mật khẩu | folder, below data/private unless there is a password",
  );
}

function passwordOption(): Option {
  return new Option("--password", "mã hóa, hỏi mật khẩu trên màn hình | encrypt, with a password asked for");
}

function passwordFileOption(): Option {
  return new Option(
    "--password-file <file>",
    "mã hóa, mật khẩu ở dòng đầu của tệp | encrypt, with the first line of a file, or of /dev/fd/3",
  );
}
