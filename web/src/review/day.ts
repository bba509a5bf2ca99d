/** The learner's days. One begins at four in the morning: who studies past midnight is still at the day before. */

const BEGINS = 4;

/** When the day in which `at` lies began. Both in ms since the epoch, in the learner's time zone. */
export function beginOfDay(at: number): number {
  const begin = new Date(at);
  if (begin.getHours() < BEGINS) begin.setDate(begin.getDate() - 1);
  begin.setHours(BEGINS, 0, 0, 0);
  return begin.getTime();
}

/** When the day in which `at` lies ends and the next begins. */
export function endOfDay(at: number): number {
  const end = new Date(at);
  // By the clock on the wall: a day may have 23 hours or 25.
  if (end.getHours() >= BEGINS) end.setDate(end.getDate() + 1);
  end.setHours(BEGINS, 0, 0, 0);
  return end.getTime();
}
