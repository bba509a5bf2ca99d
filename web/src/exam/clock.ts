/** The time of an exam. Pure: moments are given, in milliseconds since 1970. */
import { MINUTE } from "../time";
import { many } from "../wording";

/** When an exam began and when its time is over; null where it has no limit. */
export interface Clock {
  readonly started: number;
  readonly ends: number | null;
}

/** How many minutes a learner gets who asks for more. */
export const MORE = 5;

const WARNINGS = [5, 1] as const;

/** A clock that begins now. */
export function begun(now: number, minutes: number | null): Clock {
  return { started: now, ends: minutes === null ? null : now + minutes * MINUTE };
}

/** The clock with more time, counted from now where it was over. */
export function extended({ started, ends }: Clock, now: number): Clock {
  return { started, ends: ends === null ? null : Math.max(ends, now) + MORE * MINUTE };
}

/** The clock without a limit. */
export function unlimited({ started }: Clock): Clock {
  return { started, ends: null };
}

/** The milliseconds left, never below none; null without a limit. */
export function left({ ends }: Clock, now: number): number | null {
  return ends === null ? null : Math.max(0, ends - now);
}

/** What is left, as a quiet line: whole minutes, and seconds within the last. */
export function leftInWords(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return seconds > 60 ? `${many(Math.ceil(seconds / 60), "minute")} left` : `${many(seconds, "second")} left`;
}

/** What is to be said aloud once when so much was left before and so much is now. */
export function warning(before: number, now: number): string {
  const passed = WARNINGS.filter((minutes) => before > minutes * MINUTE && now <= minutes * MINUTE);
  const least = passed[passed.length - 1];
  return least === undefined || now === 0 ? "" : `${many(least, "minute")} left.`;
}

/** How long something took. A clock that was set back took no time. */
export function spentInWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return many(seconds, "second");
  const minutes = Math.round(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return many(minutes, "minute");
  return minutes % 60 === 0 ? many(hours, "hour") : `${many(hours, "hour")} ${many(minutes % 60, "minute")}`;
}
