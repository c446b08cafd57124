import { siteRoot } from "./options.ts";

/** What one process draws: the pages of a published folder, all or a part of them. */
export interface Drawing {
  published: string;
  base: string;
  site: string | null;
  outDir: string;
  /** Whether pages name the pictures of shared links. */
  shareImages: boolean;
  /** `1/2` for the first of two parts; empty for all. */
  part: string;
}

/** Draws pages with Astro into a folder. */
export async function draw({ published, base, site, outDir, shareImages, part }: Drawing): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = "1";
  process.env.TIENDO_PUBLISHED = published;
  process.env.TIENDO_BASE = base;
  process.env.TIENDO_PART = part;
  process.env.TIENDO_SHARE_IMAGES = shareImages ? "1" : "";
  if (site !== null) process.env.TIENDO_SITE = site;
  // Test runners set this one, and Astro would believe it before its own option.
  delete process.env.BASE_URL;
  // Loaded here, since loading Astro takes longer than finding that nothing changed.
  const { build } = await import("astro");
  await build({ root: siteRoot, outDir, base, ...(site === null ? {} : { site }), logLevel: "warn" });
}
