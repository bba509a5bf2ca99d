/** Shares of few and of many: how far a count can be trusted. Pure. */

export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The deviations that leave out one case in twenty. */
const DEVIATIONS = 1.96;

/**
 * Where a share plausibly lies: Wilson's interval at 95 %. Unlike the simple one it holds for few cases, and near 0 and
 * 1. Of no case nothing is known: from 0 to 1.
 */
export function plausible(hits: number, of: number): Range {
  if (of === 0) return { from: 0, to: 1 };
  const share = hits / of;
  const spread = DEVIATIONS * Math.sqrt((share * (1 - share)) / of + (DEVIATIONS / (2 * of)) ** 2);
  const [middle, scale] = [share + DEVIATIONS ** 2 / (2 * of), 1 + DEVIATIONS ** 2 / of];
  return { from: Math.max(0, (middle - spread) / scale), to: Math.min(1, (middle + spread) / scale) };
}

/** How a range stands to what was stated: only where it leaves that out is there a difference to speak of. */
export function against(stated: number, { from, to }: Range): "below" | "about" | "above" {
  if (to < stated) return "below";
  return from > stated ? "above" : "about";
}
