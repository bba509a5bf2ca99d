/** How long things take. Pure. Rough on purpose: it says whether there is time before the train comes. */

/** Seconds by type: a card is answered in the head or aloud and read; an item is read and chosen. */
const SECONDS: ReadonlyMap<string, number> = new Map([
  ["interview", 100],
  ["concept", 25],
  ["cloze", 20],
]);
const OTHERWISE = 45;

/** The minutes that things of these types take, rounded up. */
export function minutesFor(types: readonly string[]): number {
  return Math.ceil(types.reduce((sum, type) => sum + secondsFor(type), 0) / 60);
}

/** The seconds that one of a type takes. Cards and items may share the name of a type, and hardly differ then. */
export function secondsFor(type: string): number {
  return SECONDS.get(type) ?? OTHERWISE;
}
