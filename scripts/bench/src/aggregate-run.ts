// Runs one report from its files to its published folder, in a process of its own, and prints the seconds of each stage as
// one line of JSON.
import { enableCompileCache } from "node:module";

// As `tiendo` does.
enableCompileCache();
const { aggregate } = await import("@tiendo/aggregate");

const [data = "", report = "", memory = "8GB"] = process.argv.slice(2);
const { seconds } = await aggregate(report, { data, memory, say: () => {} });
console.log(JSON.stringify(seconds));
