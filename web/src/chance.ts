/** Chance that can be repeated: the same seed gives the same orders. Pure; whoever asks for an order brings the chance. */

/** A number from 0 up to 1, another at each call. */
export type Chance = () => number;

/** The chance that follows from a seed (mulberry32: 32 bits of state, even enough for orders). */
export function seeded(seed: number): Chance {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The entries in an order by chance, each order as likely as any other (Fisher and Yates). */
export function shuffled<T>(entries: readonly T[], chance: Chance): T[] {
  const order = [...entries];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const at = Math.floor(chance() * (last + 1));
    [order[last], order[at]] = [order[at] as T, order[last] as T];
  }
  return order;
}

/** The entries in another order than they have, where there are three or more; two may stay as they are. */
export function reshuffled<T>(entries: readonly T[], chance: Chance): T[] {
  const order = shuffled(entries, chance);
  const isSame = entries.length > 2 && order.every((entry, at) => entry === entries[at]);
  return isSame ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** The seed that a text stands for (FNV-1a). */
export function seedOf(text: string): number {
  let seed = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) seed = Math.imul(seed ^ text.charCodeAt(at), 0x01000193);
  return seed >>> 0;
}
