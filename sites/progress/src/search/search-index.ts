/**
 * What can be found: its title, its address below the report's, and what tells it from others of its name: words, or the
 * place in the index of the unit that it belongs to.
 */
export type SearchEntry = readonly [title: string, path: string, context?: string | number];

/** What can be found in a report in one language: units from the widest down, then its parts, indicators, releases and figures. */
export type SearchIndex = readonly SearchEntry[];
