import ExcelJS from "exceljs";
import { zipOf } from "./zip.ts";

/** A workbook written by exceljs. */
export async function excelWorkbook(fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATION_LIST = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">';

/** The parts of a workbook of one sheet whose XML is given by hand. */
export function handParts(sheet: string, { strings = "", styles = "", book = "" } = {}): Record<string, string> {
  return {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": `${RELATION_LIST}<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook ${MAIN} xmlns:r="${RELATIONS}">${book}<sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${RELATION_LIST}<Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    "xl/sharedStrings.xml": `<sst ${MAIN}>${strings}</sst>`,
    "xl/styles.xml": `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0"?>\n<worksheet ${MAIN}>${sheet}</worksheet>`,
  };
}

/** A workbook of one sheet whose XML is given by hand. */
export function handWorkbook(sheet: string, parts: Parameters<typeof handParts>[1] = {}): Buffer {
  return zipOf(handParts(sheet, parts));
}
