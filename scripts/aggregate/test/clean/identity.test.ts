import { describe, expect, test } from "vitest";
import { dose, entry, group, person, review } from "../rules/rows.ts";
import { cleaned, lines } from "./given.ts";

const people = "select full_name, row_count, key_basis from person order by full_name, row_count";

describe("rows of one person by an exact key", () => {
  test("one identity number is one person, however the name is spelt", async () => {
    const db = await cleaned({
      person_record: [person(), person({ full_name: "NGUYEN VAN MAU" })],
      dose_record: [dose({ input_file: "b.csv" })],
    });
    expect(await lines(db, people)).toEqual(["Nguyễn Văn Mẫu 3 id"]);
  });

  test("a passport tells a foreigner, who needs no cleaning", async () => {
    const foreigner = { id_number: null, passport_number: "C1234567", full_name: "Anna Muster" };
    const db = await cleaned({ person_record: [person(foreigner), person({ ...foreigner, full_name: "Anna M." })] });
    expect(await lines(db, people)).toEqual(["Anna Muster 2 passport"]);
    expect(await lines(db, "from subject")).toEqual([]);
  });

  test("without a number, the same name, full birth date, sex and commune are one person; another commune is another", async () => {
    const nobody = { id_number: null };
    const db = await cleaned({
      person_record: [
        person(nobody),
        person({ ...nobody, full_name: "nguyen van mau" }),
        person({ ...nobody, commune_code: "25198" }),
      ],
    });
    expect(await lines(db, people)).toEqual(["Nguyễn Văn Mẫu 1 name", "Nguyễn Văn Mẫu 2 name"]);
  });

  test("a year of birth alone tells one person only together with a phone", async () => {
    const year = { id_number: null, birth_date: "1984" };
    const db = await cleaned({
      person_record: [
        person(year),
        person({ ...year, phone: "0900000002" }),
        person({ ...year, phone: "0900000001" }),
        person({ ...year, phone: "0900.000.001" }),
      ],
    });
    expect(await lines(db, people)).toEqual([
      "Nguyễn Văn Mẫu 1 name",
      "Nguyễn Văn Mẫu 1 name",
      "Nguyễn Văn Mẫu 2 name",
    ]);
  });

  test("a number at two names is one person's, at three names nobody's", async () => {
    const named = (full_name: string) => person({ full_name });
    const two = await cleaned({ person_record: [named("Lê An"), named("Lê Ân Bình")] });
    expect(await lines(two, "select count(*) from person")).toEqual(["1"]);
    const three = await cleaned({ person_record: [named("Lê An"), named("Lê Bình"), named("Trần Cường")] });
    expect(await lines(three, people)).toEqual(["Lê An 1 name", "Lê Bình 1 name", "Trần Cường 1 name"]);
    expect(await lines(three, "select proposal_kind, count(*) from proposal group by all")).toEqual(["id_shared 3"]);
  });
});

describe("records that differ", () => {
  const old = { id_number: "970284123", phone: "0900000001" };
  const changed = { id_number: "970084000999", phone: "0900000001" };

  test("an old number and a new one with the same name, birth date, sex, commune and phone are one person", async () => {
    const db = await cleaned({ synthetic: true, person_record: [person(old), person(changed)] });
    expect(await lines(db, "select basis from person_edge")).toEqual(["id_changed"]);
    expect(await lines(db, "select id_digits, row_count from person")).toEqual(["970084000999 2"]);
  });

  test("without the phone they are not surely one person", async () => {
    const db = await cleaned({ synthetic: true, person_record: [person({ ...old, phone: null }), person(changed)] });
    expect(await lines(db, "select count(*) from person")).toEqual(["2"]);
  });

  test("two different new numbers are two people, though all else agrees", async () => {
    const db = await cleaned({
      synthetic: true,
      person_record: [person(changed), person({ ...changed, id_number: "970084555111" })],
    });
    expect(await lines(db, "select count(*) from person")).toEqual(["2"]);
    expect(await lines(db, "select score < 18 from duplicate_pair")).toEqual(["true"]);
  });

  test("one platform key is one person where name or birth date agrees, not where neither does", async () => {
    const one = { record_key: "hs-1", id_number: null };
    const db = await cleaned({
      person_record: [
        person(one),
        person({ ...one, birth_date: "27/05/1985" }),
        person({ ...one, full_name: "Trần Thị Hoa", birth_date: "1990" }),
      ],
    });
    expect(await lines(db, people)).toEqual(["Nguyễn Văn Mẫu 2 name", "Trần Thị Hoa 1 name"]);
  });

  test("the tone mark's place is no difference of names, another tone is", async () => {
    const named = (full_name: string, commune_code: string) =>
      person({ full_name, id_number: null, phone: "0900000001", commune_code });
    const scores = async (other: string) =>
      lines(
        await cleaned({ person_record: [named("Lê Hòa", "25195"), named(other, "25198")] }),
        "select name_score from duplicate_pair",
      );
    expect([await scores("Lê Hoà"), await scores("Le Hoa"), await scores("Lê Hoá")]).toEqual([["1"], ["0"], ["-7"]]);
  });

  test("up to two slips in a name, a swap of two letters being one, are a near name", async () => {
    const score = async (full_name: string) =>
      lines(
        await cleaned({
          person_record: [
            person({ full_name: "Nguyễn Văn Khánh", id_number: null }),
            person({ full_name, id_number: null }),
          ],
        }),
        "select name_score from duplicate_pair",
      );
    expect([await score("Nguyễn Vna Khnáh"), await score("Nguyễn Van Khan"), await score("Nguyễn Vna Kánhh")]).toEqual([
      ["8"],
      ["8"],
      ["-10"],
    ]);
  });

  test("the same dose in both, or doses the other lacks, speak for one person; another day of one number against", async () => {
    const score = async (number: number, day: string) => {
      const rows = ["25195", "25198"].map((commune_code) =>
        person({ id_number: null, phone: "0900000001", commune_code }),
      );
      const doses = [group(1, { record: 1 }), group(number, { record: 2, dose_date: day })];
      return lines(await cleaned({ person_record: rows, person_dose: doses }), "select dose_score from duplicate_pair");
    };
    expect([await score(1, "01/08/2021"), await score(1, "04/08/2021"), await score(1, "05/08/2021")]).toEqual([
      ["8"],
      ["-4"],
      ["-8"],
    ]);
    expect([await score(2, "01/09/2021"), await score(2, "01/07/2021")]).toEqual([["6"], ["-4"]]);
  });

  test("accents that tell two people apart keep twins apart, and leave a row without accents alone", async () => {
    const named = (full_name: string) => person({ full_name, id_number: null });
    const db = await cleaned({ person_record: ["Lê Tâm", "Lê Tám", "LÊ TÂM", "Le Tam"].map(named) });
    expect(await lines(db, people)).toEqual(["Le Tam 1 name", "Lê Tám 1 name", "Lê Tâm 2 name"]);
  });

  test("a number of two people who agree neither in name nor in birth date tells nobody", async () => {
    const other = { full_name: "Trần Thị Hoa", birth_date: "01/01/1990" };
    const db = await cleaned({ person_record: [person(), person(other)] });
    expect(await lines(db, people)).toEqual(["Nguyễn Văn Mẫu 1 name", "Trần Thị Hoa 1 name"]);
    const mistyped = await cleaned({ person_record: [person(), person({ ...other, full_name: "Nguyễn Văn Mẩu" })] });
    expect(await lines(mistyped, "select count(*) from person")).toEqual(["1"]);
    const short = { full_name: "Nguyễn Văn Xuân", birth_date: "01/01/1990" };
    const near = await cleaned({ person_record: [person({ full_name: "Nguyễn Văn Nga" }), person(short)] });
    expect(await lines(near, "select count(*) from person")).toEqual(["2"]);
  });
});

describe("what a person decides", () => {
  // One bit for the only name there is, 14 for the birth date, -4 for the sex, 8 for the phone, 2 for the district: 21.
  const nobody = { id_number: null, phone: "0900000001" };
  const pair = [person(nobody), person({ ...nobody, commune_code: "25198", sex: "1" })];
  const key = "select proposal_key from proposal where proposal_kind = 'same_person'";

  test("a pair below the score is proposed, and merged only when applied", async () => {
    const [proposal_key = ""] = await lines(await cleaned({ person_record: pair }), key);
    expect(proposal_key).toMatch(/^same_person:/);
    const applied = await cleaned({
      person_record: pair,
      review_decision: [review({ input_file: "r.csv", proposal_key })],
    });
    expect(await lines(applied, "select row_count from person")).toEqual(["2"]);
    expect(await lines(applied, key)).toEqual([]);
    const kept = await cleaned({
      person_record: pair,
      review_decision: [review({ input_file: "r.csv", proposal_key, decision: "giữ cả hai" })],
    });
    expect(await lines(kept, "select count(*) from person")).toEqual(["2"]);
    expect(await lines(kept, key)).toEqual([]);
  });

  test("the latest decision holds", async () => {
    const [proposal_key = ""] = await lines(await cleaned({ person_record: pair }), key);
    const decisions = [
      review({ input_file: "r.csv", proposal_key, decision: "bỏ", decided_on: "22/04/2022" }),
      review({ input_file: "r.csv", proposal_key, decided_on: "20/04/2022" }),
    ];
    const db = await cleaned({ person_record: pair, review_decision: decisions });
    expect(await lines(db, "select count(*) from person")).toEqual(["2"]);
  });
});

describe("corrections", () => {
  const wrong = person({ id_number: null, full_name: "Nguyễn Văn Mẩu" });

  test("a filled list corrects the person and leaves the row as it came", async () => {
    const [record_key = ""] = await lines(await cleaned({ person_record: [wrong] }), "select record_key from person");
    const filled = entry({
      input_file: "l.csv",
      record_key,
      reviewed_on: "15/04/2022",
      corrected_name: "Nguyễn Văn Mẫu",
      corrected_id_number: "070084000999",
      corrected_birth_date: "1985",
    });
    const db = await cleaned({ person_record: [wrong], worklist_entry: [filled] });
    expect(await lines(db, "select record_key, full_name, id_digits, birth_date, birth_precision from person")).toEqual(
      [`${record_key} Nguyễn Văn Mẫu 070084000999 1985 year`],
    );
    expect(await lines(db, "select full_name from raw_person_record")).toEqual(["Nguyễn Văn Mẩu"]);
  });

  test("a corrected number joins the person's other record", async () => {
    const [record_key = ""] = await lines(await cleaned({ person_record: [wrong] }), "select record_key from person");
    const filled = entry({
      input_file: "l.csv",
      record_key,
      reviewed_on: "15/04/2022",
      corrected_id_number: "070084000999",
    });
    const db = await cleaned({ person_record: [wrong, person()], worklist_entry: [filled] });
    expect(await lines(db, "select row_count from person")).toEqual(["2"]);
  });

  test("a corrected number has the form of a number, and is proposed for nothing", async () => {
    const padded = person({ id_number: "70084000999" });
    const [record_key = ""] = await lines(await cleaned({ person_record: [padded] }), "select record_key from person");
    const filled = entry({ input_file: "l.csv", record_key, corrected_id_number: "070084000999" });
    const db = await cleaned({ person_record: [padded], worklist_entry: [filled] });
    expect(await lines(db, "select id_digits, id_form, id_written from person")).toEqual(["070084000999 12 ∅"]);
    expect(await lines(db, "from proposal")).toEqual([]);
  });

  test("a number that is none is kept as it was written, for whoever verifies it", async () => {
    const db = await cleaned({ person_record: [person({ id_number: "7.0085E+10" })] });
    expect(await lines(db, "select id_written from person")).toEqual(["7.0085E+10"]);
  });

  test("a birth date that never was, or is yet to come, corrects nothing; a year or a month does", async () => {
    for (const [corrected_birth_date, kept] of [
      ["30/02/1985", "26/04/1984"],
      ["27/04/2022", "26/04/1984"],
      ["13/1985", "26/04/1984"],
      ["26/04/2022", "26/04/2022"],
      ["5.1985", "5.1985"],
      ["1985", "1985"],
      ["1985-02-28", "1985-02-28"],
    ] as const) {
      const entries = [entry({ input_file: "l.csv", corrected_birth_date })];
      const db = await cleaned({ person_record: [person({ record_key: "hs-000001" })], worklist_entry: entries });
      expect(await lines(db, "select birth_date from person")).toEqual([kept]);
    }
  });
});
