import type { Command } from "commander";

const status =
  "\nMã kết thúc | Exit status: 0 ổn | fine, 1 không đúng như khi công bố | not what was published, 2 bị từ chối hoặc dùng sai | refused or wrong use, 3 lỗi chương trình | a fault of the program.";

/** Adds what proves a published folder: `keygen`, `sign` and `verify`. */
export function addReleaseCommands(program: Command): void {
  program
    .command("keygen")
    .description("tạo khóa ký bản công bố | make the key that releases are signed with")
    .argument("<file>", "tệp khóa bí mật, đặt ngoài kho mã; khóa công khai nằm ở <tệp>.pub | the secret key's file")
    .option("--password-file <file>", "tệp mà dòng đầu là mật khẩu | file whose first line is the password")
    .action(async (file: string, options) => {
      const { keygenCommand } = await import("./keygen-command.ts");
      process.exitCode = await keygenCommand(file, options);
    });
  program
    .command("sign")
    .description("ký một thư mục công bố | sign a published folder")
    .argument("<folder>", "như data/published/vietnam-2022/2022-09-01 | such as")
    .requiredOption("--key <file>", "khóa bí mật do keygen tạo | the secret key that keygen made")
    .option("--password-file <file>", "tệp mà dòng đầu là mật khẩu | file whose first line is the password")
    .action(async (folder: string, options) => {
      const { signCommand } = await import("./sign-command.ts");
      process.exitCode = await signCommand(folder, options);
    });
  program
    .command("verify")
    .description("kiểm chứng một thư mục công bố hay địa chỉ web | verify a published folder or a web address")
    .argument("<place>", "thư mục hoặc địa chỉ http(s) | folder or http(s) address")
    .option("--key <key>", "khóa công khai: tệp .pub hoặc dòng RW… | the public key: a .pub file or its line RW…")
    .addHelpText("after", status)
    .action(async (place: string, options) => {
      const { verifyCommand } = await import("./verify-command.ts");
      process.exitCode = await verifyCommand(place, options);
    });
}
