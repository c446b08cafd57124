import { columnLetters } from "./cell-xml.ts";
import { filterRange, fixedRange, quotedSheet, type SheetFrame } from "./sheet-frame.ts";
import { XML_HEAD, xmlElement, xmlTag, xmlText } from "./xml.ts";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const SPREADSHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The list of sheets, with the names by which Excel knows filters and repeated rows. */
export function workbookXml(sheets: readonly { frame: SheetFrame; rows: number }[]): string {
  const items = sheets.map(({ frame }, at) =>
    xmlTag("sheet", { name: frame.name, sheetId: at + 1, "r:id": `rId${at + 1}` }),
  );
  const names = sheets.flatMap(({ frame, rows }, at) => definedNames(frame, rows, at));
  const children = [
    xmlElement("bookViews", {}, xmlTag("workbookView", { activeTab: 0 })),
    xmlElement("sheets", {}, items),
    names.length === 0 ? "" : xmlElement("definedNames", {}, names),
  ];
  return XML_HEAD + xmlElement("workbook", { xmlns: MAIN, "xmlns:r": OFFICE }, children);
}

function definedNames(frame: SheetFrame, lastRow: number, localSheetId: number): string[] {
  const filter = filterRange(frame, lastRow);
  const named: string[] = [];
  if (filter !== null) {
    const attributes = { name: "_xlnm._FilterDatabase", localSheetId, hidden: 1 };
    named.push(xmlElement("definedName", attributes, xmlText(fixedRange(frame.name, filter))));
  }
  if (frame.titleRows !== undefined) {
    const [first, last] = frame.titleRows;
    const rows = `${quotedSheet(frame.name)}!$${first}:$${last}`;
    const columns = `${quotedSheet(frame.name)}!$A:$${columnLetters((frame.titleColumns ?? 0) - 1)}`;
    const ranges = frame.titleColumns === undefined ? rows : `${columns},${rows}`;
    named.push(xmlElement("definedName", { name: "_xlnm.Print_Titles", localSheetId }, xmlText(ranges)));
  }
  return named;
}

/** Where the workbook finds its sheets and styles. */
export function workbookRelations(sheets: number): string {
  const items = Array.from({ length: sheets }, (_, at) =>
    relation(at + 1, "worksheet", `worksheets/sheet${at + 1}.xml`),
  );
  return relations([...items, relation(sheets + 1, "styles", "styles.xml")]);
}

/** Where the package finds its workbook. */
export function packageRelations(): string {
  return relations([relation(1, "officeDocument", "xl/workbook.xml")]);
}

/** Where a sheet finds its notes: their boxes first, since the sheet names those by number. */
export function sheetRelations(number: number): string {
  return relations([
    relation(1, "vmlDrawing", `../drawings/vmlDrawing${number}.vml`),
    relation(2, "comments", `../comments${number}.xml`),
  ]);
}

function relation(id: number, type: string, target: string): string {
  return xmlTag("Relationship", { Id: `rId${id}`, Type: `${OFFICE}/${type}`, Target: target });
}

function relations(items: readonly string[]): string {
  return XML_HEAD + xmlElement("Relationships", { xmlns: `${PACKAGE}/relationships` }, items);
}

/** What each part of the package is. */
export function contentTypes(frames: readonly SheetFrame[]): string {
  const part = (name: string, type: string) =>
    xmlTag("Override", { PartName: name, ContentType: `${SPREADSHEET_TYPE}.${type}+xml` });
  const defaults = [
    xmlTag("Default", { Extension: "rels", ContentType: "application/vnd.openxmlformats-package.relationships+xml" }),
    xmlTag("Default", { Extension: "xml", ContentType: "application/xml" }),
    xmlTag("Default", { Extension: "vml", ContentType: "application/vnd.openxmlformats-officedocument.vmlDrawing" }),
  ];
  const sheets = frames.flatMap(({ notes = [] }, at) => [
    part(`/xl/worksheets/sheet${at + 1}.xml`, "worksheet"),
    ...(notes.length === 0 ? [] : [part(`/xl/comments${at + 1}.xml`, "comments")]),
  ]);
  const parts = [...defaults, part("/xl/workbook.xml", "sheet.main"), part("/xl/styles.xml", "styles"), ...sheets];
  return XML_HEAD + xmlElement("Types", { xmlns: `${PACKAGE}/content-types` }, parts);
}
