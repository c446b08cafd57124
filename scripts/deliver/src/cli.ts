import { Argument, Command, CommanderError, Option } from "commander";
import { type DeliverOptions, deliverCommand } from "./commands/deliver-command.ts";
import { count, pathFromCaller, places, webAddress, withTarget } from "./commands/options.ts";
import { refreshCommand } from "./commands/refresh-command.ts";
import { serverCommand } from "./commands/server-command.ts";
import {
  listCommand,
  pruneCommand,
  restoreCommand,
  rollbackCommand,
  verifyCommand,
} from "./commands/target-commands.ts";
import { tellRefusal } from "./commands/tell-refusal.ts";
import { wrongUse } from "./commands/wrong-use.ts";
import { example, serverKinds } from "./server/server-files.ts";

/** Ends with what the command says, or with what it threw. */
const ending =
  <Options extends unknown[]>(command: (...options: Options) => Promise<number>) =>
  async (...options: Options): Promise<void> => {
    process.exitCode = await command(...options).catch(tellRefusal);
  };

const url = [
  "--url <address>",
  "địa chỉ công khai để kiểm tra từ bên ngoài | public address to verify from outside",
  webAddress,
] as const;
const last = ["--last <n>", "số bản giữ lại | releases that stay", count, 5] as const;
const releases = [
  "--releases <folder>",
  "mọi thư mục từng công bố | every folder ever published",
  pathFromCaller,
  places.releases,
] as const;
const keep = [
  "--keep",
  "để nguyên bản mới dù kiểm tra thấy lỗi | leave the new release although it has faults",
  false,
] as const;

const server = new Option(
  "--server <kind>",
  "máy chủ web đọc .htaccess trong bản phát hành | the web server reads .htaccess in the release",
).choices(["apache"]);
const base = new Option(
  "--base <path>",
  "đường dẫn trên cổng, mặc định như khi dựng | path on the portal, by default as built",
);

/** What every command that makes a release public takes. */
function withDelivery(command: Command): Command {
  return withTarget(command)
    .option(...url)
    .option("--dist <folder>", "trang đã dựng | the built site", pathFromCaller, places.dist)
    .option("--published <folder>", "thư mục công bố | published folders", pathFromCaller, places.published)
    .option(...releases)
    .option(...keep)
    .option(...last)
    .addOption(server)
    .addOption(base);
}

const program = new Command("npm run deliver --")
  .description(
    "Đưa trang báo cáo lên cổng thông tin điện tử: gửi, kiểm tra, đổi bản trong một bước, quay lại bằng một lệnh | put the report site on the portal: sent, verified, switched in one step, taken back by one command",
  )
  .addHelpText(
    "after",
    "\nMã kết thúc | Exit status: 0 xong | done, 1 kiểm tra thấy lỗi | faults were found, 2 bị từ chối hoặc dùng sai | refused or wrong use, 3 lỗi chương trình | a fault of the program, 75 hãy chạy lại | run again (mất kết nối, đầy đĩa, đang khóa | connection cut, disk full, locked).\nVí dụ | Example: npm run deliver -- --to /srv/tien-do --url https://soyte.example.vn/tien-do/",
  )
  // Settings that the commands below take over.
  .configureOutput({ outputError: (text, write) => write(wrongUse(text)) })
  .exitOverride();

withDelivery(program.command("deliver", { isDefault: true }))
  .description("phát hành trang đã dựng | deliver the built site")
  .action(ending((options: DeliverOptions) => deliverCommand(options)));

withDelivery(program.command("refresh"))
  .description(
    "cả chặng đường theo lịch: tổng hợp, che số nhỏ, dựng, phát hành, kiểm tra | the whole walk on a schedule: aggregate, protect, build, deliver, verify",
  )
  .option(
    "--log <file>",
    "nhật ký, mỗi lần chạy một dòng JSON | the log, one JSON line a run",
    pathFromCaller,
    places.log,
  )
  .action(ending(refreshCommand));

withTarget(program.command("verify"))
  .description("so bản đang công khai với bản đã phát hành | compare what is public with what was delivered")
  .option(...url)
  .option(...keep)
  .action(ending(verifyCommand));

withTarget(program.command("rollback"))
  .description("công khai lại bản trước, hoặc bản có tên đó | make the release before public again, or the one named")
  .argument("[name]", "tên bản, xem ở list | the release's name, as list shows it")
  .action(ending(rollbackCommand));

withTarget(program.command("list"))
  .description("các bản trên nơi nhận | the releases of a target")
  .action(ending(listCommand));

withTarget(program.command("prune"))
  .description("xóa bản cũ và bản dở dang | remove old and unfinished releases")
  .option(...last)
  .action(ending(pruneCommand));

withTarget(program.command("restore"))
  .description("lấy các thư mục công bố đã lưu về và kiểm tra | bring the archived published folders back, verified")
  .option(...releases)
  .action(ending(restoreCommand));

program
  .command("server")
  .description("in cấu hình máy chủ web cho cổng này | print a web server's settings for this portal")
  .addArgument(new Argument("<kind>", "loại máy chủ | kind of server").choices(serverKinds))
  .option("--root <folder>", "gốc web, có liên kết đến current | web root, which links to current", example.root)
  .option("--host <name>", "tên miền | host name", example.host)
  .addOption(base)
  .action(ending(serverCommand));

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  // Help is no misuse; commander has already said what is wrong with anything else.
  process.exitCode = error.exitCode === 0 ? 0 : 2;
}
