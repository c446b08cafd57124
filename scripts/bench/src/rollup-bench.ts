import { fileURLToPath } from "node:url";
import { measured } from "./measured.ts";
import { MINISTRY, sentFolders } from "./sent-folders.ts";

const cli = fileURLToPath(new URL("../../aggregate/src/cli.ts", import.meta.url));
const bare = fileURLToPath(new URL("./bare-rollup.ts", import.meta.url));

/** Rolls up the signed folders of 63 provinces into 34 and the country, start-up included, against bare hashing and sums. */
export async function rollupBench(): Promise<void> {
  const { data, folders, bytes } = await sentFolders();
  const bareRun = await measured(process.execPath, [bare, ...folders]);
  if (bareRun.status !== 0) throw new Error(`the bare roll-up ended with ${bareRun.status}`);
  const run = await measured(process.execPath, [cli, "aggregate", MINISTRY, "--data", data, "--force"]);
  if (run.status !== 0) throw new Error(`the roll-up ended with ${run.status}: ${run.output}`);
  const size = `${folders.length} folders, ${(bytes / 2 ** 20).toFixed(0)} MB`;
  console.log(`bare, ${size} hashed, nine tables summed: ${bareRun.seconds.toFixed(2)} s`);
  console.log(
    `roll-up, ${size}: ${run.seconds.toFixed(2)} s, ${run.processor.toFixed(2)} s of processor time, ${Math.round(run.megabytes)} MB`,
  );
  console.log(`peak ${Math.round(run.megabytes)}`);
  console.log(`ratio rollup ${(run.seconds / bareRun.seconds).toFixed(2)}`);
}
