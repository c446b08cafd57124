import type { Finding } from "./finding.ts";

/**
 * Addresses in a page that lead out of the path under which the portal serves it: the site was then built for another one.
 * @returns the first such address, which is enough to tell
 */
export function linkComplaints(html: string, base: URL): Array<Omit<Finding, "where">> {
  const addresses = [...html.matchAll(/\s(?:href|src)="(\/(?!\/)[^"]*)"/g)].map(([, address]) => address ?? "");
  const astray = addresses.find((address) => !address.startsWith(base.pathname));
  if (astray === undefined) return [];
  return [
    {
      vi: `trỏ đến ${astray}, ngoài ${base.pathname}; hãy dựng lại: npm run build -- --base ${base.pathname}`,
      en: `leads to ${astray}, outside ${base.pathname}; build again: npm run build -- --base ${base.pathname}`,
    },
  ];
}
