/** Something found in a row. */
export interface Issue {
  input_file: string;
  record: string;
  column_name: string;
  code: string;
  effect: string;
  ministry_class: string | null;
}
