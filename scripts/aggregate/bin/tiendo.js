#!/usr/bin/env node
// Started straight from a shell this runs on the machine's Node, which may be too old to read TypeScript: hand over to
// the Node that came with `npm ci`, in the same folder as this command's link.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const pinned = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));
const cli = fileURLToPath(new URL("../src/cli.ts", import.meta.url));
const ready = process.features.typescript === "strip" || !existsSync(pinned);

if (ready) await import(cli);
else process.exitCode = spawnSync(pinned, [cli, ...process.argv.slice(2)], { stdio: "inherit" }).status ?? 3;
