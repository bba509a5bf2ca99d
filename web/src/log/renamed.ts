/** Entries speak of things by the ids that these had then. Here they get the ids of now. */
import type { Course } from "../course";
import type { Entry } from "./entry";

type Was = Course["was"];

/** What an entry is about, by its id of now. */
export function aboutNow({ kind, about }: Pick<Entry, "kind" | "about">, was: Was): string {
  return (kind === "left" || kind === "finished" ? was.lessons : was.asked)[about] ?? about;
}

/** An entry in which all that was renamed has its id of now. */
export function renamed(entry: Entry, was: Was): Entry {
  const moved = { ...entry, about: aboutNow(entry, was) };
  return moved.kind === "answered" ? { ...moved, shows: moved.shows.map((id) => was.misconceptions[id] ?? id) } : moved;
}

/** All names under which the log may hold what has this id now. */
export function namesOf(id: string, was: Was): string[] {
  const before = Object.entries(was.asked).filter(([, now]) => now === id);
  return [id, ...before.map(([old]) => old)];
}
