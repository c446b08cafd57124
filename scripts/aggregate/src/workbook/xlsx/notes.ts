import { cellName } from "./cell-xml.ts";
import type { CellNote } from "./sheet-frame.ts";
import { XML_HEAD, xmlElement, xmlText } from "./xml.ts";

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The notes of a sheet: their texts. */
export function notesXml(notes: readonly CellNote[]): string {
  const items = notes.map(({ row, column, text }) => {
    const run = xmlElement("r", {}, `<t xml:space="preserve">${xmlText(text)}</t>`);
    return xmlElement("comment", { ref: cellName(row, column), authorId: 0 }, xmlElement("text", {}, run));
  });
  const authors = xmlElement("authors", {}, xmlElement("author", {}, "Tiến độ"));
  return XML_HEAD + xmlElement("comments", { xmlns: NAMESPACE }, [authors, xmlElement("commentList", {}, items)]);
}

/** The notes of a sheet: their boxes, which Excel still draws in VML. */
export function notesVml(notes: readonly CellNote[]): string {
  const head = [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">',
    '<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout>',
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
  ];
  return [...head, ...notes.map(shapeVml), "</xml>"].join("");
}

function shapeVml({ row, column, text }: CellNote, at: number): string {
  // Rows of the sheet below the cell that the box covers: about 45 characters a line.
  const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / 45), 1);
  const anchor = [column + 1, 10, row, 5, column + 4, 10, row + lines, 5].join(", ");
  const data = [
    "<x:MoveWithCells/><x:SizeWithCells/>",
    xmlElement("x:Anchor", {}, anchor),
    "<x:AutoFill>False</x:AutoFill>",
    xmlElement("x:Row", {}, String(row - 1)),
    xmlElement("x:Column", {}, String(column)),
  ];
  const box = [
    // Written out: the escape of `_x0000_` that cells need would break the shape's name.
    `<v:shape id="_x0000_s${1025 + at}" type="#_x0000_t202" fillcolor="#ffffe1" o:insetmode="auto"`,
    ' style="position:absolute;width:240pt;height:120pt;visibility:hidden">',
    '<v:fill color2="#ffffe1"/><v:textbox style="mso-direction-alt:auto"/>',
    xmlElement("x:ClientData", { ObjectType: "Note" }, data),
    "</v:shape>",
  ];
  return box.join("");
}
