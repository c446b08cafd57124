import type { DataModel } from "@tiendo/schema";

/**
 * Each statement with its anchor. The same rule is checked on several kinds of rows, each by a statement of its own under the
 * same name: the second is told apart by its number.
 */
export function anchored(models: readonly DataModel[]): { model: DataModel; anchor: string }[] {
  const seen = new Map<string, number>();
  return models.map((model) => {
    const times = (seen.get(model.name) ?? 0) + 1;
    seen.set(model.name, times);
    return { model, anchor: times === 1 ? `bang-${model.name}` : `bang-${model.name}-${times}` };
  });
}
