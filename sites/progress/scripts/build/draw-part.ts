// A process of its own that draws one part of a site, as said by its one argument.
import { type Drawing, draw } from "./draw.ts";

await draw(JSON.parse(process.argv[2] ?? "") as Drawing);
