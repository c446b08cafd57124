import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";
import { example, serverFile } from "../src/server/server-files.ts";
import { has, startApache, startNginx } from "./servers.ts";
import { givenFolders } from "./site.ts";
import { startStatic } from "./static-server.ts";
import { webSuite } from "./web-suite.ts";

const given = givenFolders();
const embedOrigins = ["https://congbao.example.vn"];

webSuite("a plain file server", given, () => startStatic(given.folder, embedOrigins));

describe.skipIf(!has("nginx"))("Debian's nginx with server/nginx.conf", () => {
  webSuite("nginx", given, () => startNginx(given.folder, embedOrigins));
});

describe.skipIf(!has("apache2"))("Debian's Apache with server/htaccess", () => {
  webSuite(
    "Apache",
    given,
    () => startApache(given.folder),
    () => {
      const file = join(given.folder, "htaccess");
      writeFileSync(file, serverFile("apache", { ...example, embedOrigins }));
      return file;
    },
  );
});
