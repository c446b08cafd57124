/** What the cleaning step leaves for worklists, for questions of analysts and for the next steps; all of it person-level. */
export const cleanTables = [
  "person",
  "dose_given",
  // `state_change` is read off it, see `desk-views`.
  "cleaning_step",
  "subject",
  "correction",
  "proposal",
  "clean_account",
  // Files of people are accounted for here alone.
  "row_account",
] as const;
