/** What is kept of the standings beside the log, and under which name. */
import type { Course } from "../course";
import type { Place } from "../log/order";
import type { Known } from "./standing";

/** The name under which they are kept. */
export const NAME = "standings";

/** What was known when they were last kept. */
export interface Kept extends Known {
  readonly version: number;
  /** What was renamed when this was made. */
  readonly was: Course["was"];
  /** The place of the last entry that it follows from. */
  readonly last: Place;
}
