import { beforeAll, describe, expect, test } from "vitest";
import { type Given, givenSample } from "./given.ts";

interface Line {
  input_file: string;
  record: number;
  record_key: string | null;
}

let given: Given;
beforeAll(async () => {
  given = await givenSample({ people: 6000, peoplePerBlock: 1500, arrivals: ["2022-04-12", "2022-04-26"] });
  await given.rows(
    "create temp table line (input_file varchar, record integer, record_key varchar, name varchar, birth varchar)",
  );
  const files = await given.rows<{ file: string }>(
    `select file from glob('${given.persons}/*/*_*.csv') where file not like '%event%'`,
  );
  for (const { file } of files) await given.rows(`insert into line ${linesOf(file)}`);
});

/** The lines of a file, numbered from 1 after the header. */
function linesOf(file: string): string {
  return `select '${file.slice(given.persons.length + 1)}', row_number() over (), "Mã hồ sơ", "Họ và tên", "Ngày sinh"
    from read_csv('${file}', all_varchar = true, header = true, parallel = false)`;
}

describe("record.parquet", () => {
  test("names every line of every file by its number", async () => {
    const lines = "select input_file, record, record_key from line order by input_file, record";
    const told = "select input_file, record::integer as record, record_key from record order by input_file, record";
    const found = await given.rows<Line>(lines);
    expect(found.length).toBeGreaterThan(8000);
    expect(found).toEqual(await given.rows<Line>(told));
  });

  test("the name of a clean line is that of its true person", async () => {
    expect(
      await given.ask(`select count(*) > 2000 as many, count(*) filter (name <> true_name or birth <> strftime(birth_date, '%d/%m/%Y')) as other
        from record join person using (true_person) join line using (input_file, record) where dirt = ''`),
    ).toEqual({ many: 1, other: 0 });
  });

  test("identical lines of a re-imported list repeat a line of the same file", async () => {
    expect(
      await given.ask(`select count(*) as replays, count(*) filter (first.record is null) as without
        from record as again left join record as first
          on first.input_file = again.input_file and first.record_key is not distinct from again.record_key and first.record_kind = 'main'
        where again.record_kind = 'main replayed'`),
    ).toMatchObject({ without: 0 });
  });

  test("a corrected record keeps its key and comes in a later arrival", async () => {
    expect(
      await given.ask(`select count(*) > 100 as many, count(*) filter (corrected.input_file not like '2022-04-26/%') as early,
        count(*) filter (first.record_key is null) as without
        from record as corrected left join record as first
          on first.record_key = corrected.record_key and first.kind = 'person_record' and first.record_kind <> 'corrected'
        where corrected.record_kind = 'corrected'`),
    ).toEqual({ many: 1, early: 0, without: 0 });
  });

  test("every line of a dose stands in dose.parquet", async () => {
    expect(
      await given.ask(`with told as (select true_person, unnest(string_split(records, ' ')) as line from dose where records <> '')
        select count(*) > 12000 as many, count(*) filter (record.true_person is null or record.true_person <> told.true_person) as other
        from told left join record on told.line = input_file || ':' || record`),
    ).toEqual({ many: 1, other: 0 });
  });
});

describe("events", () => {
  test("follow the true process but for planted faults", async () => {
    const { events = 0, disordered = 0 } = await given.ask(`with event as (
      select "Mã hồ sơ" as record_key, strptime("Ngày thực hiện", '%d/%m/%Y') as day, list_position(['đã lập danh sách', 'đã rà soát',
          'đã đối chiếu', 'đã bàn giao', 'đã cập nhật'], "Bước") as step
      from read_csv('${given.persons}/*/event_*.csv', all_varchar = true) where "Mã đơn vị" <> 'VN' and "Bước" <> 'đã xác thực lại'
    ), ordered as (
      select *, lag(day) over (partition by record_key order by step, day) as day_before from event
    ) select count(*) as events, count(*) filter (day < day_before) as disordered from ordered`);
    expect(events).toBeGreaterThan(3000);
    expect(disordered / events).toBeLessThan(0.01);
  });

  test("a verified subject was matched again and right, and no other subject was", async () => {
    expect(
      await given.ask(`with right_again as (
        select distinct "Mã hồ sơ" as record_key from read_csv('${given.persons}/*/event_*.csv', all_varchar = true)
        where "Bước" = 'đã xác thực lại' and "Kết quả" = 'đúng'
      ) select count(*) filter ((state = 'verified') <> (right_again.record_key is not null)) as other
        from state left join right_again using (record_key) where as_of = date '2022-04-26'`),
    ).toEqual({ other: 0 });
  });
});
