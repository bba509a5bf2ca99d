/** A seed by chance: what is drawn from it nobody can foretell, and the same seed draws the same again. */

/** A whole number of 32 bits. */
export function anySeed(): number {
  return Math.floor(Math.random() * 2 ** 32);
}
