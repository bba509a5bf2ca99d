/** Spans of time, in ms. A day is 24 hours here; the learner's own days are in review/day.ts. */

export const MINUTE = 60_000;
export const DAY = 1440 * MINUTE;
