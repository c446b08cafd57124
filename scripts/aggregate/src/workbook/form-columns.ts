import { type Column, columnsOf, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";

/** A column of a form: that of the schema, and the dose group it stands under. */
export interface FormColumn {
  column: Column;
  /** 1 to 4 where the column is one of "Mũi 1" … "Mũi 4". */
  group: number | null;
}

const GROUPS = [1, 2, 3, 4];

/**
 * The columns of a form, those of the schema in their order. `corrects` is left out: a first sending corrects nothing.
 * In a person record the dose groups stand before the note, as in the import form.
 */
export function formColumns(kind: RowKind): FormColumn[] {
  const columns = columnsOf(rowKinds[kind].schema).filter(({ name }) => name !== "corrects");
  const single = columns.map((column): FormColumn => ({ column, group: null }));
  if (kind !== "person_record") return single;
  const at = single.findIndex(({ column }) => column.name === "note");
  return [...single.slice(0, at), ...doseGroups(), ...single.slice(at)];
}

function doseGroups(): FormColumn[] {
  const columns = columnsOf(PersonDose);
  return GROUPS.flatMap((group) => columns.map((column) => ({ column, group })));
}

/**
 * The header of a column: Vietnamese, marked where it is mandatory, and English beneath it in the same cell, since a row
 * of its own would be read as a row of data.
 */
export function headerText({ column }: FormColumn): string {
  const { vi, en } = column.meta.title;
  return `${column.nullable ? vi : `${vi} (*)`} /\n${en}`;
}
