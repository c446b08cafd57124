import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { accepted, type Case, refused } from "./case.ts";
import { rows } from "./header.ts";
import { csv } from "./table.ts";

const two = () => csv(rows(2));
const odd = (name: string, make: Case["make"], expected: Case["expected"]): Case => ({
  name,
  make,
  expected,
  pool: "paths",
});
const named = (name: string, file: string): Case =>
  odd(name, (place) => place.write(file, two()), accepted("person_record", 2));

/** Names and things that are no plain file. */
export const pathCases: Case[] = [
  named("a name with spaces and quotes", "danh sách 'xã' \"A\".csv"),
  named("a name that looks like SQL", "'; drop table issue; --.csv"),
  named("a Vietnamese name in decomposed letters", "Đồng Xoài.csv".normalize("NFD")),
  named("a name with pictures and brackets", "💉[*]?{a}%.csv"),
  named("a name of 200 characters", `${"x".repeat(196)}.csv`),
  named("a name without an ending", "danh-sach"),
  odd("a file that does not exist", (place) => place.path("a.csv"), refused("FILE.UNREADABLE")),
  odd(
    "a folder and what is in it, hidden files left out",
    (place) => {
      const folder = place.path("folder");
      mkdirSync(join(folder, "xã"), { recursive: true });
      writeFileSync(join(folder, `${place.number}-a.csv`), two());
      writeFileSync(join(folder, `${place.number}-b.csv`), "");
      writeFileSync(join(folder, ".hidden.csv"), two());
      return folder;
    },
    [...accepted("person_record", 2), ...refused("FILE.EMPTY")],
  ),
  odd(
    "a folder with nothing in it",
    (place) => {
      mkdirSync(place.path("folder"));
      return place.path("folder");
    },
    [],
  ),
  odd(
    "a symbolic link",
    (place) => {
      symlinkSync(place.write("b.txt", two()), place.path("a.csv"));
      return place.path("a.csv");
    },
    refused("FILE.UNREADABLE"),
  ),
  odd(
    "a loop of symbolic links",
    (place) => {
      symlinkSync(place.path("a.csv"), place.path("a.csv"));
      return place.path("a.csv");
    },
    refused("FILE.UNREADABLE"),
  ),
  odd(
    "a pipe named .csv",
    (place) => {
      execFileSync("mkfifo", [place.path("a.csv")]);
      return place.path("a.csv");
    },
    refused("FILE.UNREADABLE"),
  ),
  odd(
    "a folder named .csv in a folder",
    (place) => {
      mkdirSync(place.path("x/a.csv"), { recursive: true });
      return place.path("x");
    },
    [],
  ),
];

/** Whoever is root may read anything. */
export const unreadable: Case = odd(
  "a file without the right to read it",
  (place) => {
    const path = place.write("a.csv", two());
    chmodSync(path, 0o000);
    return path;
  },
  refused("FILE.UNREADABLE"),
);
