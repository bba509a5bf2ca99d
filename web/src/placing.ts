/** Where a note stands beside the words that it explains. Pure: the sizes come in as numbers. */

/** A rectangle in the window. */
export interface Sides {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How large something is. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels between the words and the note: close enough for a pointer to cross. */
export const GAP = 4;
/** Pixels that stay free at the sides of the window. */
export const MARGIN = 8;
/** Pixels by which the note begins before its words, so that its text begins with them. */
const INDENT = 14;

/** Left and top of a note: below its words; above them where it fits there alone; never over them. */
export function place(words: Sides, note: Size, view: Size): { left: number; top: number } {
  const rightmost = view.width - note.width - MARGIN;
  const left = Math.max(MARGIN, Math.min(words.left - INDENT, rightmost));
  const below = words.bottom + GAP;
  const above = words.top - GAP - note.height;
  const fitsBelow = below + note.height <= view.height;
  return { left, top: !fitsBelow && above >= 0 ? above : below };
}

/** Of the lines over which a link runs, the one at that height of the window; the first where none is. */
export function lineAt<T extends Sides>(lines: readonly T[], height: number | null): T | undefined {
  return lines.find(({ top, bottom }) => height !== null && top <= height && height <= bottom) ?? lines[0];
}
