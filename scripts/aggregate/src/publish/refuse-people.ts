import { columnsOf, identifier, type PublishedTableName, publishedTables } from "@tiendo/schema";
import { z } from "zod";
import type { Database } from "../db.ts";

/**
 * The gate against rows of people: nothing that is a person's name, number or phone, numbers also within a longer text, may
 * stand in a public table made from rows of people or returns, or that names files.
 * @throws {Error} naming the table and column, not what was found
 */
export async function refusePeople(db: Database, names: readonly PublishedTableName[]): Promise<void> {
  const texts = names.flatMap((name) => textsOf(name));
  if (texts.length === 0) return;
  const found = await db.all<{ place: string }>(`
    with told as (${texts.join(" union ")}), piece as (
      select place, unnest(list_append(regexp_extract_all(text, '[0-9]{9,12}'), text)) as text from told
    ), known as (
      -- One word may be a code or a place.
      select full_name as text from person_row where full_name in (select text from piece where contains(text, ' '))
      union all
      ${["id_digits", "passport_number", "phone"]
        .map((column) => `select ${column} from person_row where ${column} in (select text from piece)`)
        .join(" union all ")}
    )
    select distinct place from piece where text in (select text from known) order by place`);
  if (found.length === 0) return;
  const places = found.map(({ place }) => place).join(", ");
  throw new Error(
    `có dữ liệu cá nhân, không công bố | rows of people are about to leave, nothing is published: ${places}`,
  );
}

const ofFiles: ReadonlySet<PublishedTableName> = new Set(["row_account", "issue_count"]);

function textsOf(name: PublishedTableName): string[] {
  const table = publishedTables[name];
  if (!("fromPeople" in table || "fromReturns" in table || ofFiles.has(name))) return [];
  return columnsOf(table.schema)
    .filter(({ type }) => type instanceof z.ZodString)
    .map(
      (column) =>
        `select distinct '${name}.${column.name}' as place, cast(${identifier(column.name)} as varchar) as text from published_${name}`,
    );
}
