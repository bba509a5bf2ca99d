/** Are two answers the same words, however they were typed? Pure: no page, no clock. */

/** Words without what makes no difference: case, spaces, the form of quotation marks and dashes. */
export function normalised(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2018-\u201B\u2032\u0060\u00B4]/g, "'")
    .replace(/[\u201C-\u201F\u2033\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]|--+/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** Whether what was typed is one of the answers that count. */
export function isAccepted(typed: string, accepted: readonly string[]): boolean {
  return accepted.some((answer) => normalised(answer) === normalised(typed));
}

/** How far a text with blanks was filled in rightly, in words. */
export function blanksInWords(right: readonly boolean[]): string {
  const made = right.filter(Boolean).length;
  if (made === right.length) return "Right.";
  if (right.length === 1) return "Not this word.";
  return `Not yet: ${made} of ${right.length} blanks ${made === 1 ? "is" : "are"} right.`;
}
