#!/usr/bin/env -S node --max-semi-space-size=8 --min-semi-space-size=8
// A workbook of a million rows is read within 500 MB only where the space of short-lived objects stays small, and that
// is set where Node starts; a short command starts faster where that space need not grow first.
//
// Started straight from a shell this runs on the machine's Node, which may be too old to read TypeScript: hand over to
// the Node that came with `npm ci`.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import module from "node:module";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";

const pinned = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));
const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const ready = process.features.typescript === "strip" || !existsSync(pinned);

if (ready) {
  // Keeps the stripped and compiled sources: half of the time of a short command.
  module.enableCompileCache?.();
  await import(cli);
} else {
  const self = fileURLToPath(import.meta.url);
  const child = spawn(pinned, [...process.execArgv, self, ...process.argv.slice(2)], { stdio: "inherit" });
  // Ctrl-C reaches both; a signal to this process alone is handed on. Which of them ends, and how, the child decides.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", () => {
    process.exitCode = 3;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal ?? "SIGKILL"] ?? 0);
  });
}
