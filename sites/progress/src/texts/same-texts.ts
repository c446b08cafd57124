/**
 * Holds a language to the texts of another: every text of the one is in the other, of the same kind; one that says nothing
 * says nothing in both. The types say most of it, too, but pages are built without asking them.
 * @returns the addresses of those that differ, such as `unitPage.sum`; none where the two agree
 */
export function differingTexts(one: object, other: object): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].flatMap((name) => {
    const [text, counterpart]: unknown[] = [one, other].map((texts) => (texts as Record<string, unknown>)[name]);
    if (isGroup(text) && isGroup(counterpart))
      return differingTexts(text, counterpart).map((below) => `${name}.${below}`);
    return typeof text === typeof counterpart && (text === "") === (counterpart === "") ? [] : [name];
  });
}

function isGroup(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
