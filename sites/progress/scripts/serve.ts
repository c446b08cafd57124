import { readOptions, usage } from "./serve/options.ts";
import { serveSite } from "./serve/server.ts";

const options = readOptions(process.argv.slice(2));
if (options === "help") console.log(usage);
else if (typeof options === "string") {
  console.error(`${options}\n\n${usage}`);
  process.exitCode = 2;
} else {
  const { server, address } = await serveSite(options);
  console.log(`Tiếng Việt: ${address}\nEnglish:    ${address}en/\nDừng: Ctrl-C · Stop: Ctrl-C`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      server.close();
      server.closeAllConnections();
    });
  }
}
