/** How long until something comes back, in words. Pure: no page, no clock. */
import { DAY, MINUTE } from "./time";

interface Unit {
  readonly ms: number;
  /** From this count on the next larger unit is said. */
  readonly limit: number;
  /** Whether a small count has a decimal: half a month matters, half a day does not. */
  readonly decimal: boolean;
  readonly name: string;
}

const YEAR = 365.25 * DAY;

const YEARS: Unit = { ms: YEAR, limit: Infinity, decimal: true, name: "year" };
const UNITS: readonly Unit[] = [
  { ms: MINUTE, limit: 60, decimal: false, name: "minute" },
  { ms: 60 * MINUTE, limit: 24, decimal: false, name: "hour" },
  { ms: DAY, limit: 31, decimal: false, name: "day" },
  { ms: YEAR / 12, limit: 12, decimal: true, name: "month" },
];

const NO_BREAK = "\u00A0";

/** An interval for a button: 10 min, 3 days, 2.5 months. It never breaks between its number and its unit. */
export function intervalInShort(ms: number): string {
  return intervalInFull(ms).replace(/minutes?$/, "min");
}

/** The same with no word cut short, for those who hear it. Less than a minute counts as one. */
export function intervalInFull(ms: number): string {
  const span = Math.max(MINUTE, ms);
  const unit = UNITS.find((unit) => countOf(span, unit) < unit.limit) ?? YEARS;
  const count = countOf(span, unit);
  return `${count}${NO_BREAK}${unit.name}${count === 1 ? "" : "s"}`;
}

/** A decimal up to ten, where it still tells one interval from the next. */
function countOf(span: number, { ms, decimal }: Unit): number {
  const count = span / ms;
  return decimal && count < 10 ? Math.round(count * 10) / 10 : Math.round(count);
}
