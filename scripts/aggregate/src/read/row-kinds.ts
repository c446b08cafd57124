import { Figure } from "@tiendo/schema";

/** The kinds of rows that localities send, by name; the name is also that of the tables `raw_<kind>` and so on. */
export const rowKinds = { figure: Figure } as const;
export type RowKind = keyof typeof rowKinds;
export const rowKindNames = Object.keys(rowKinds) as RowKind[];
