/** The order of a log, and the union of two. */
import type { Entry, News } from "./entry";

/** Where an entry stands in the log. */
export type Place = Pick<Entry, "n" | "id">;

/** The place before the first entry. */
export const NOWHERE: Place = { n: 0, id: "" };

/** Sorts entries as they were written: by their places, and by chance where two devices took the same. */
export function byPlace(one: Place, other: Place): number {
  return one.n - other.n || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);
}

/** The entry that follows all of those up to place `last`. `id` is drawn by chance. */
export function placed(news: News, last: number, id: string, at: number): Entry {
  return { ...news, n: last + 1, id, at };
}

/** What `more` has that `known` has not, in order. Two entries are one where place and id agree. */
export function missing(known: Iterable<Place>, more: readonly Entry[]): Entry[] {
  const seen = new Set([...known].map(nameOf));
  const found: Entry[] = [];
  for (const entry of more) {
    const name = nameOf(entry);
    if (seen.has(name)) continue;
    seen.add(name);
    found.push(entry);
  }
  return found.sort(byPlace);
}

/** The entries that hold, in order: without those that were taken back. Taking back cannot itself be taken back. */
export function standing(entries: readonly Entry[]): Entry[] {
  const undone = new Set(entries.flatMap((entry) => (entry.kind === "undone" ? entry.entry : [])));
  return entries.filter(({ kind, id }) => kind !== "undone" && !undone.has(id)).sort(byPlace);
}

function nameOf({ n, id }: Place): string {
  return `${n} ${id}`;
}
