/**
 * Up to so many rows are judged together and kept in tables meanwhile: to plan the rules takes as long as to judge some ten
 * thousand rows. More are read where they lie, since tables of them would fill the memory.
 */
export const fewRows = Number(process.env.TIENDO_FEW_ROWS ?? 400_000);

/** What is found of so many rows about people is kept for the next run: to find it of fewer again takes less than a second. */
export const keptFrom = 10_000;
