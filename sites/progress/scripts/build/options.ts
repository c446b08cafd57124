import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** Where the site is built from and to, and under which address. */
export interface BuildOptions {
  published: string;
  out: string;
  base: string;
  site: string | undefined;
  /** Whether pictures are drawn for links that are shared, which takes a browser. */
  shareImages: boolean;
  /** How many processes draw the pages; undefined: as many as there are cores, where there are many pages. */
  processes?: number;
}

export const siteRoot = resolve(import.meta.dirname, "../..");
export const repositoryRoot = resolve(siteRoot, "../..");

export const usage = `Builds the progress site from data/published into sites/progress/dist.

  node scripts/build.ts [--base /x/] [--site https://example.gov.vn] [--published DIR] [--out DIR] [--processes N]
                        [--share-images]

  --base       path under which the portal serves the site; default / or TIENDO_BASE
  --site       address of the portal, for canonical links and sitemap.xml; default none or TIENDO_SITE
  --published  published folders to read; default data/published or TIENDO_PUBLISHED
               Folders of earlier days that lie in data/releases (or TIENDO_RELEASES) are read from there, as released.
  --out        folder to build; default sites/progress/dist
  --processes  how many processes draw the pages; default one a core where there are many units, else one
  --share-images  also draws a picture of each report and province for links that are shared; takes some seconds more;
                  or TIENDO_SHARE_IMAGES=1
  --help       this text

Nothing is built where neither the data, the sources nor the options have changed.
Exit status: 0 built or unchanged, 2 wrong use, 1 a published folder breaks its contract.`;

/** The options of a command line, "help", or what is wrong with it. */
export function readOptions(argv: string[]): BuildOptions | string {
  try {
    const text = { type: "string" } as const;
    const options = {
      base: text,
      site: text,
      published: text,
      out: text,
      processes: text,
      "share-images": { type: "boolean" },
      help: { type: "boolean" },
    } as const;
    const { values } = parseArgs({ args: argv, options });
    return values.help ? "help" : checked(values);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

interface Values {
  base?: string;
  site?: string;
  published?: string;
  out?: string;
  processes?: string;
  "share-images"?: boolean;
}

function checked(values: Values): BuildOptions | string {
  const base = values.base ?? process.env.TIENDO_BASE ?? "/";
  const site = values.site ?? process.env.TIENDO_SITE;
  if (!/^\/([A-Za-z0-9._~-]+\/)*$/.test(base)) return `--base is ${base}; expected a path such as /tien-do/`;
  if (site !== undefined && !/^https?:\/\/[^/]+\/?$/.test(site)) return `--site is ${site}; expected https://host`;
  const { processes } = values;
  if (processes !== undefined && !/^([1-9]|1[0-6])$/.test(processes))
    return `--processes is ${processes}; expected a number from 1 to 16`;
  return {
    published: resolve(values.published ?? process.env.TIENDO_PUBLISHED ?? join(repositoryRoot, "data/published")),
    out: resolve(values.out ?? join(siteRoot, "dist")),
    base,
    site,
    shareImages: values["share-images"] ?? process.env.TIENDO_SHARE_IMAGES === "1",
    ...(processes === undefined ? {} : { processes: Number(processes) }),
  };
}
