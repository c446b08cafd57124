import { ancestorsOf, childrenOf, type Edition, type Unit, unitByCode, unitsOf } from "@tiendo/units";

/** The units of a report: its root and everything below it. */
export class Places {
  readonly edition: Edition;
  readonly root: string;
  readonly #upwards = new Map<string, readonly string[]>();

  constructor(edition: Edition, root: string) {
    this.edition = edition;
    this.root = root;
  }

  /** A unit and those above it up to the root; none for a unit that is not the report's. */
  upwards(unit: string): readonly string[] {
    const known = this.#upwards.get(unit);
    if (known !== undefined) return known;
    const path = [...ancestorsOf(this.edition, unit).map(({ code }) => code), unit];
    const from = path.indexOf(this.root);
    const found = from === -1 || this.unit(unit) === undefined ? [] : path.slice(from);
    this.#upwards.set(unit, found);
    return found;
  }

  has(unit: string): boolean {
    return this.upwards(unit).length > 0;
  }

  unit(code: string): Unit | undefined {
    return unitByCode(this.edition, code);
  }

  isCommune(code: string): boolean {
    return this.unit(code)?.level === "commune";
  }

  children(code: string): readonly string[] {
    return childrenOf(this.edition, code).map((unit) => unit.code);
  }

  /** Every unit below the root. */
  below(): Unit[] {
    return unitsOf(this.edition).filter(({ code }) => code !== this.root && this.has(code));
  }
}
