import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { serverFile } from "../src/server/server-files.ts";

/** A web server under test, and the address of the folder that it shows. */
export interface Running {
  readonly url: URL;
  readonly stop: () => Promise<void>;
}

/** A port of this machine that nobody uses at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

/** Whether Debian's server is installed here. */
export const has = (program: string) => existsSync(`/usr/sbin/${program}`);

const asRoot = process.getuid?.() === 0;

/** Debian's nginx with the project's own file, for a target under `/tien-do/`. */
export async function startNginx(folder: string, embedOrigins: string[] = []): Promise<Running> {
  const [work, port] = [prepared(folder, "nginx"), await freePort()];
  const site = serverFile("nginx", { root: join(work, "cong"), base: "/tien-do/", host: "127.0.0.1", embedOrigins })
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("listen [::]:80;", "");
  mkdirSync(join(work, "snippets"));
  const brotli = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";
  if (existsSync(brotli)) writeFileSync(join(work, "snippets/tiendo-brotli.conf"), "brotli_static on;\n");
  const temp = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${work}/${name};`);
  writeFileSync(join(work, "site.conf"), site);
  writeFileSync(
    join(work, "nginx.conf"),
    `${existsSync(brotli) ? `load_module ${brotli};` : ""} ${asRoot ? "user www-data;" : ""}
    daemon off; pid ${work}/pid; worker_processes 2; error_log ${work}/error.log;
    events { worker_connections 256; } http { access_log off; ${temp.join(" ")} include ${work}/site.conf; }\n`,
  );
  return running(spawn("/usr/sbin/nginx", ["-c", join(work, "nginx.conf"), "-p", work], { stdio: "inherit" }), port);
}

const modules = ["mpm_event", "authz_core", "dir", "mime", "headers", "rewrite"];

/** Debian's Apache, whose releases carry the project's `.htaccess`, for a target under `/tien-do/`. */
export async function startApache(folder: string): Promise<Running> {
  const [work, port] = [prepared(folder, "apache"), await freePort()];
  const loads = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
  writeFileSync(
    join(work, "apache.conf"),
    `${loads.join("\n")}
    ServerRoot ${work}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}\nPidFile ${work}/pid\nErrorLog ${work}/error.log
    ${asRoot ? "User www-data\nGroup www-data" : ""}
    TypesConfig /etc/mime.types\nDocumentRoot ${work}/cong
    <Directory />\nRequire all denied\nAllowOverride None\nOptions FollowSymLinks\n</Directory>
    <Directory ${folder}>\nRequire all granted\nAllowOverride FileInfo Indexes\n</Directory>
    <FilesMatch "^\\.ht">\nRequire all denied\n</FilesMatch>\n`,
  );
  const process = spawn("/usr/sbin/apache2", ["-D", "FOREGROUND", "-f", join(work, "apache.conf")], {
    stdio: "inherit",
  });
  return running(process, port);
}

/** A web root in which `tien-do` is a link to the target's `current`; the server's own user must be able to come in. */
function prepared(folder: string, name: string): string {
  const work = join(folder, name);
  mkdirSync(join(work, "cong"), { recursive: true });
  symlinkSync(join(folder, "target/current"), join(work, "cong/tien-do"));
  for (let up = work; up.startsWith(folder); up = dirname(up)) chmodSync(up, 0o755);
  return work;
}

async function running(process: ChildProcess, port: number): Promise<Running> {
  const url = new URL(`http://127.0.0.1:${port}/tien-do/`);
  await answers(url, process);
  const stop = () =>
    new Promise<void>((resolve) => {
      process.once("exit", () => resolve());
      process.kill("SIGTERM");
    });
  return { url, stop };
}

async function answers(url: URL, process: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (process.exitCode !== null) throw new Error(`the server ended with ${process.exitCode}`);
    if (await fetch(url).then(Boolean, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the server does not answer");
}

/** The version of a server, for what a test report says. */
export const versionOf = (program: string) => spawnSync(`/usr/sbin/${program}`, ["-v"], { encoding: "utf8" }).stderr;
