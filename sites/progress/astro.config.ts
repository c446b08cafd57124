import { pathToFileURL } from "node:url";
import { defineConfig } from "astro/config";
import { releasePages } from "./scripts/build/release-pages.ts";

const site = process.env.TIENDO_SITE;

export default defineConfig({
  base: process.env.TIENDO_BASE ?? "/",
  ...(site === undefined ? {} : { site }),
  output: "static",
  trailingSlash: "always",
  // A strict Content-Security-Policy allows no style in the page, so nothing is inlined.
  build: { format: "directory", inlineStylesheets: "never", assets: "tai-nguyen" },
  devToolbar: { enabled: false },
  integrations: [releasePages()],
  vite: {
    build: { assetsInlineLimit: 0 },
    plugins: [ownAddress()],
    environments: { client: { build: { rolldownOptions: { output: { entryFileNames: scriptFile } } } } },
  },
});

/** A script bears the name of its page or component alone: the reference stands in each of thousands of pages. */
function scriptFile({ name }: { name: string }): string {
  return `tai-nguyen/${name.replace(/\.astro.*/, "")}.[hash].js`;
}

/** Keeps `import.meta.url` of the workspace packages true in the bundle: they read data files that lie beside them. */
function ownAddress() {
  return {
    name: "tiendo-own-address",
    transform(code: string, id: string) {
      if (!/\/packages\/[^/]+\/src\/.*\.ts$/.test(id)) return null;
      return code.replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href));
    },
  };
}
