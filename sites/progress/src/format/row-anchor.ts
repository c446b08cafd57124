import { accentless, canonical } from "@tiendo/units/fold";

/** What a line of a table is known by: its title with the day, and the address of its page where it has one. */
interface Line {
  title: string;
  href?: string;
  day?: string;
}

/**
 * Anchors of the lines of a table below that of the table: by the unit of a line ("don-vi-truc-thuoc-25195-tan-phu"), else by
 * its words. Lines that would have the same are told apart by their number.
 */
export function rowAnchors(table: string, lines: readonly Line[]): string[] {
  const seen = new Map<string, number>();
  return lines.map((line) => {
    const anchor = `${table}-${slugOf(line)}`;
    const times = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, times);
    return times === 1 ? anchor : `${anchor}--${times}`;
  });
}

function slugOf({ title, href, day = "" }: Line): string {
  const unit = /\/don-vi\/([^/]+)\/$/.exec(href ?? "")?.[1];
  return (
    unit ??
    accentless(canonical(`${title} ${day}`))
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replaceAll(/^-|-$/g, "")
  );
}
