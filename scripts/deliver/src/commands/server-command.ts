import { builtBase } from "../input/built-base.ts";
import { embedOriginsOf } from "../input/embed-origins.ts";
import { example, type ServerKind, type ServerSettings, serverFile } from "../server/server-files.ts";
import { places } from "./options.ts";

/** Prints the settings of a web server for this portal. */
export async function serverCommand(
  kind: ServerKind,
  options: { root: string; host: string; base?: string },
): Promise<number> {
  console.log(settingsText(kind, { ...options, base: options.base ?? builtBase(places.dist) ?? "/" }));
  return 0;
}

/** The settings of a web server, with the sites that the reports let show their embed pages. */
export function settingsText(kind: ServerKind, settings: Partial<ServerSettings>): string {
  return serverFile(kind, { ...example, ...settings, embedOrigins: embedOriginsOf(places.reports) });
}
