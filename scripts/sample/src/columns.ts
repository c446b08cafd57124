import { columnsOf, identifier, PersonDose, type RowKind, rowKinds } from "@tiendo/schema";

const GROUPS = [1, 2, 3];

/** The columns of a file of this kind, `corrects` left out: each as its Vietnamese title, as localities send it. */
export function titledColumns(kind: RowKind, leftOut: readonly string[] = []): string {
  const columns = columnsOf(rowKinds[kind].schema).filter(({ name }) => name !== "corrects" && !leftOut.includes(name));
  const own = columns.map(({ name, meta }) => `${name} as ${identifier(meta.title.vi)}`);
  return [...own, ...(kind === "person_record" ? groupColumns() : [])].join(", ");
}

/** The doses of a person record, side by side: "Mũi 1 Tên vắc xin" and so on. */
function groupColumns(): string[] {
  const columns = columnsOf(PersonDose).filter(({ name }) => name !== "dose_kind");
  return GROUPS.flatMap((group) =>
    columns.map(({ name, meta }) => `dose_${group}_${name} as ${identifier(`Mũi ${group} ${meta.title.vi}`)}`),
  );
}
