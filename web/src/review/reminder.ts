/** When a learner is reminded to export their progress. Pure. */
import { DAY } from "../time";

/** Less than that is soon made again. */
const WORTH_KEEPING = 30;
const OFTEN = 14 * DAY;

/** Whether a log of so many entries, last exported then (0 for never), should be taken away as a file. */
export function isTimeToExport(entries: number, exported: number, now: number): boolean {
  return entries >= WORTH_KEEPING && now - exported >= OFTEN;
}
