import { XML_HEAD, xmlElement, xmlList, xmlTag } from "./xml.ts";

/** How a cell looks and how its content is kept. Colours are RRGGBB. */
export interface CellStyle {
  /**
   * `text` keeps zeros and long numbers as typed; `whole` is a number without decimals or marks of thousands; `day` shows a
   * day's number as Vietnam writes days.
   */
  format?: "text" | "whole" | "day";
  /** Words shown in the place of the cell's text, which stays what it is. */
  shown?: string;
  /** As if typed with a leading apostrophe: editing the cell does not turn `=1+1` into a formula. */
  quoted?: boolean;
  bold?: boolean;
  italic?: boolean;
  size?: number;
  colour?: string;
  fill?: string;
  border?: "thin" | "medium" | "thick" | "dashed";
  wrap?: boolean;
  centred?: boolean;
}

const NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
// Numbers of formats that every spreadsheet program knows: General, 0 and @.
const FORMATS = { general: 0, whole: 1, text: 49 } as const;
// Formats of a workbook's own are numbered from here.
const FIRST_OWN_FORMAT = 164;
const DAY = "dd\\-mm\\-yyyy";

/** The styles of a workbook; the same style always has the same number. Style 0 is the plain one. */
export class StyleTable {
  readonly #formats = new NumberedSet([]);
  readonly #fonts = new NumberedSet([fontXml({})]);
  // The second fill is reserved by Excel.
  readonly #fills = new NumberedSet([patternXml("none"), patternXml("gray125")]);
  readonly #borders = new NumberedSet([borderXml(undefined)]);
  readonly #cells = new NumberedSet([]);

  constructor() {
    this.numberOf({});
  }

  numberOf(style: CellStyle): number {
    const attributes = {
      numFmtId: this.#formatOf(style),
      fontId: this.#fonts.numberOf(fontXml(style)),
      fillId: style.fill === undefined ? 0 : this.#fills.numberOf(solidXml(style.fill)),
      borderId: this.#borders.numberOf(borderXml(style.border)),
      xfId: 0,
      quotePrefix: style.quoted ? 1 : undefined,
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
    };
    return this.#cells.numberOf(xmlElement("xf", attributes, alignmentXml(style)));
  }

  toXml(): string {
    const base = xmlTag("xf", { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 });
    const formats = this.#formats.items.map((formatCode, at) =>
      xmlTag("numFmt", { numFmtId: FIRST_OWN_FORMAT + at, formatCode }),
    );
    const lists = [
      xmlList("numFmts", formats),
      xmlList("fonts", this.#fonts.items),
      xmlList("fills", this.#fills.items),
      xmlList("borders", this.#borders.items),
      xmlList("cellStyleXfs", [base]),
      xmlList("cellXfs", this.#cells.items),
      xmlList("cellStyles", [xmlTag("cellStyle", { name: "Normal", xfId: 0, builtinId: 0 })]),
    ];
    return XML_HEAD + xmlElement("styleSheet", { xmlns: NAMESPACE }, lists);
  }

  #formatOf({ format, shown }: CellStyle): number {
    if (shown !== undefined) return FIRST_OWN_FORMAT + this.#formats.numberOf(`General;General;General;"${shown}"`);
    return format === "day" ? FIRST_OWN_FORMAT + this.#formats.numberOf(DAY) : FORMATS[format ?? "general"];
  }
}

class NumberedSet {
  readonly items: string[];
  readonly #numbers: Map<string, number>;

  constructor(items: readonly string[]) {
    this.items = [...items];
    this.#numbers = new Map(items.map((item, at) => [item, at]));
  }

  numberOf(item: string): number {
    const known = this.#numbers.get(item);
    if (known !== undefined) return known;
    this.#numbers.set(item, this.items.length);
    return this.items.push(item) - 1;
  }
}

function fontXml({ bold, italic, size = 11, colour = "000000" }: CellStyle): string {
  const parts = [
    bold ? "<b/>" : "",
    italic ? "<i/>" : "",
    xmlTag("sz", { val: size }),
    xmlTag("color", { rgb: `FF${colour}` }),
    xmlTag("name", { val: "Calibri" }),
    xmlTag("family", { val: 2 }),
  ];
  return xmlElement("font", {}, parts);
}

function patternXml(patternType: string): string {
  return xmlElement("fill", {}, xmlTag("patternFill", { patternType }));
}

function solidXml(fill: string): string {
  const colours = [xmlTag("fgColor", { rgb: `FF${fill}` }), xmlTag("bgColor", { indexed: 64 })];
  return xmlElement("fill", {}, xmlElement("patternFill", { patternType: "solid" }, colours));
}

function borderXml(style: CellStyle["border"]): string {
  const sides = ["left", "right", "top", "bottom"].map((side) =>
    style === undefined ? xmlTag(side) : xmlElement(side, { style }, xmlTag("color", { rgb: "FF7F7F7F" })),
  );
  return xmlElement("border", {}, [...sides, xmlTag("diagonal")]);
}

function alignmentXml({ wrap, centred }: CellStyle): string {
  return xmlTag("alignment", {
    horizontal: centred ? "center" : undefined,
    vertical: centred ? "center" : "top",
    wrapText: wrap ? 1 : undefined,
  });
}
