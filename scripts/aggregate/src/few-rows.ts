/**
 * Up to so many rows are judged together and kept in tables meanwhile: to plan the rules takes as long as to judge some ten
 * thousand rows. More are read where they lie, since tables of them would fill the memory.
 */
export const fewRows = Number(process.env.TIENDO_FEW_ROWS ?? 400_000);
