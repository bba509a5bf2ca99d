/** An entry of each kind, for tests of the log. */
import type { Course } from "../src/course";
import type { Entry, EntryOf } from "../src/log/entry";

/** A course in which nothing was renamed. */
export const NONE: Course["was"] = { lessons: {}, asked: {}, misconceptions: {} };

const NOON = 1_790_000_000_000;

/** An id of the right form that ends with `n`. */
export function idOf(n: number): string {
  return `${n}`.padStart(16, "0");
}

function head(n: number, about: string): Pick<Entry, "n" | "id" | "at" | "about"> {
  return { n, id: idOf(n), at: NOON + n * 1000, about };
}

export const answered: EntryOf<"answered"> = {
  ...head(1, "when-boil"),
  kind: "answered",
  edition: "a1b2c3",
  right: false,
  first: true,
  confidence: "sure",
  hinted: false,
  chosen: ["d4e5f6"],
  shows: ["singing-is-boiling"],
  mode: "practice",
};

export const reviewed: EntryOf<"reviewed"> = {
  ...head(2, "say-boil"),
  kind: "reviewed",
  edition: "a1b2c3",
  grade: 3,
  retention: 0.9,
};

export const undone: EntryOf<"undone"> = { ...head(3, "say-boil"), kind: "undone", entry: reviewed.id };

/** One of each kind, in order. */
export const ENTRIES: readonly Entry[] = [
  answered,
  reviewed,
  undone,
  { ...head(4, "say-boil"), kind: "buried", until: NOON + 86_400_000 },
  { ...head(5, "say-boil"), kind: "suspended", on: true },
  { ...head(6, "say-boil"), kind: "ticked", edition: "a1b2c3", hit: ["111111"], missed: [] },
  { ...head(7, "kettles"), kind: "left", section: "" },
  { ...head(8, "kettles"), kind: "finished" },
  { ...head(9, "retention"), kind: "set", value: 0.85 },
];
