/** Small words around numbers. Pure. */

/** A count with its noun: 1 card, 3 cards. */
export function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
