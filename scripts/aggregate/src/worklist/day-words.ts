/** A day as lists write it: 2022-04-26 is 26/04/2022. */
export function writtenDay(day: string): string {
  return day.split("-").reverse().join("/");
}
