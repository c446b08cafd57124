import { fileURLToPath } from "node:url";
import { type Measured, measured } from "./measured.ts";

const script = fileURLToPath(new URL("./protect-run.ts", import.meta.url));
/** Seconds in which one province, and the country of 63, are to be protected. */
const limits = { province: 20, country: 900 };

interface Protected {
  seconds: { hide: number; attack: number };
  cells: number;
  primary: number;
  additional: number;
}

/** Hides and attacks the counts of one province as large as the demo, and of so many of them with their sums. */
export async function protectBench(provinces: number): Promise<void> {
  const province = await protectOnce(1);
  const country = await protectOnce(provinces);
  console.log(`peak ${Math.round(country.run.megabytes)}`);
  console.log(`growth protect ${(country.seconds / province.seconds).toFixed(2)}`);
  console.log(`ratio protect-province ${(province.seconds / limits.province).toFixed(2)}`);
  console.log(`ratio protect ${(country.seconds / limits.country).toFixed(2)}`);
}

async function protectOnce(provinces: number): Promise<{ seconds: number; run: Measured }> {
  const run = await measured(process.execPath, [script, String(provinces)]);
  if (run.status !== 0) throw new Error(`protecting ${provinces} provinces ended with ${run.status}`);
  const { seconds, cells, primary, additional } = JSON.parse(run.output) as Protected;
  const all = seconds.hide + seconds.attack;
  console.log(
    `protect, ${provinces} provinces: ${all.toFixed(1)} s (${seconds.hide.toFixed(1)} to hide, ${seconds.attack.toFixed(1)} to attack), ${Math.round(run.megabytes)} MB; ${cells} counts, ${primary} hidden, ${additional} more (${(additional / primary).toFixed(2)})`,
  );
  return { seconds: all, run };
}
