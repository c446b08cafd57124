/** What stands in a sitemap or a feed, read by the browser: `fault` is why it is not well-formed XML, else null. */
export function read(xml: string) {
  const read = new DOMParser().parseFromString(xml, "application/xml");
  const texts = (name: string) => [...read.getElementsByTagName(name)].map((element) => element.textContent ?? "");
  return {
    fault: read.querySelector("parsererror")?.textContent ?? null,
    ids: texts("id"),
    titles: texts("title"),
    updated: texts("updated"),
    summaries: texts("summary"),
    locs: texts("loc"),
    lastmods: texts("lastmod"),
    links: [...read.getElementsByTagName("link")].map((link) => link.getAttribute("href") ?? ""),
  };
}
