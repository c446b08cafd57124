import { fiveSteps } from "@tiendo/schema";
import { pathOf, type Unit } from "@tiendo/units";
import { toolSheetTitle } from "../workbook/tool-sheets.ts";
import type { WorkbookFile } from "../workbook/xlsx/workbook-file.ts";
import { writtenDay } from "./day-words.ts";

/** The list that changes hands. */
export interface Handover {
  commune: Unit;
  listDate: string;
  people: number;
}

const HEADS = [
  "Bước / Step",
  "Ai làm / Who",
  "Việc / What",
  "Ngày / Day",
  "Số người / People",
  "Họ tên, chữ ký / Name, signature",
];
const WIDTHS = [8, 30, 52, 14, 12, 44];
const ROOM_TO_SIGN = 62;

/** Writes the sheet that each actor signs; it stands apart, since rows below the list would be read as people. */
export async function writeHandover(workbook: WorkbookFile, { commune, listDate, people }: Handover): Promise<void> {
  const sheet = await workbook.beginSheet({
    name: "Bàn giao",
    columns: WIDTHS.map((width) => ({ width })),
    footer: "&CTrang &P/&N",
  });
  const style = (look: Parameters<typeof workbook.styles.numberOf>[0]) => workbook.styles.numberOf(look);
  const mark = toolSheetTitle({ vi: "bàn giao danh sách", en: "handing the list over" });
  await sheet.row([{ value: mark, style: style({ size: 8, colour: "767676" }) }]);
  await sheet.row([
    { value: "BIÊN BẢN BÀN GIAO DANH SÁCH / Record of handover", style: style({ bold: true, size: 14 }) },
  ]);
  const about = `${pathOf(commune.edition, commune.code)}. Danh sách ngày ${writtenDay(listDate)}: ${people} người. / ${people} people.`;
  await sheet.row([{ value: about, style: 0 }]);
  await sheet.row([]);
  const head = style({ bold: true, fill: "D9D9D9", border: "thin", wrap: true, centred: true });
  const cell = style({ border: "thin", wrap: true });
  await sheet.row(HEADS.map((value) => ({ value, style: head })));
  for (const { number, who, does } of fiveSteps) {
    const texts = [String(number), `${who.vi}\n${who.en}`, `${does.vi}\n${does.en}`, null, null, null];
    const cells = texts.map((value) => ({ value, style: cell }));
    await sheet.row(cells, ROOM_TO_SIGN);
  }
  await workbook.endSheet(sheet);
}
