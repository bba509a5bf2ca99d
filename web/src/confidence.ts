/** How sure a learner was before the check, and what that says after it. Pure; the row of buttons is sureness.ts. */

/** How sure the learner said they were; null where they did not say. */
export type Confidence = "guess" | "unsure" | "sure" | null;

const SAYS: ReadonlyMap<string, string> = new Map([
  ["sure false", "You were sure."],
  ["sure null", "You were sure."],
  ["unsure true", "You were unsure, and right."],
  ["guess true", "A guess that was right: read why."],
]);

/** A few words beside the verdict; none where how sure the learner was teaches nothing. */
export function confidenceInWords(confidence: Confidence, right: boolean | null): string {
  return SAYS.get(`${confidence} ${right}`) ?? "";
}
