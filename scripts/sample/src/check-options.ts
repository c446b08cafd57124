import { SampleError, type SampleOptions } from "./options.ts";
import { provincesOf } from "./unit-rows.ts";

/** The options in order, or the first thing about them that cannot be. @throws {SampleError} */
export function checkOptions(options: SampleOptions): SampleOptions {
  const { people, asOf } = options;
  const arrivals = [...new Set(options.arrivals)].sort();
  provincesOf(options);
  if (people !== null && !(Number.isInteger(people) && people >= 1 && people <= 100_000_000))
    refuse("--people", String(people), "một số nguyên từ 1 đến 100.000.000", "a whole number from 1 to 100,000,000");
  for (const day of [asOf, ...arrivals])
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
      refuse("--as-of, --arrivals", day, "ngày như 2022-04-26", "a day such as 2022-04-26");
  if (arrivals.length > 0 && arrivals.at(-1) !== asOf)
    refuse("--arrivals", arrivals.join(", "), `ngày cuối là ${asOf} (--as-of)`, `the last one to be ${asOf} (--as-of)`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(options.report))
    refuse("--report", options.report, "chữ thường, số và gạch nối", "lower-case letters, digits and hyphens");
  return { ...options, arrivals, units: [...options.units].sort() };
}

function refuse(option: string, found: string, vi: string, en: string): never {
  throw new SampleError(`${option}: có “${found}”; cần ${vi} | found "${found}"; expected ${en}`);
}
