/** Reads a number as people write it, and finds what is wrong with a wrong one. Pure: no page, no clock. */

/** What counts as right, what is known to go wrong, and how near is near enough. */
export interface Target {
  readonly answer: number;
  readonly within: number;
  /** The values of the named mistakes, in the order of the page. */
  readonly mistakes: readonly number[];
}

/** How a number was found to be; `mistake` is the place of the named mistake that it is, if it is one. */
export interface Judgement {
  readonly right: boolean;
  readonly verdict: string;
  readonly mistake: number | null;
}

const MINUS = /[\u2012-\u2015\u2212\uFE63\uFF0D]/g;
const NUMERAL = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The number in `text`, its unit left out; null if there is none. A lone comma is a decimal sign. */
export function parseNumber(text: string, unit = ""): number | null {
  const bare = withoutUnit(squeezed(text), squeezed(unit)).replace(MINUS, "-");
  const dotted = bare.includes(".") ? bare : bare.replace(",", ".");
  const value = NUMERAL.test(dotted) ? Number(dotted) : NaN;
  return Number.isFinite(value) ? value : null;
}

/** Judges a number: right, a named mistake (the nearest, where two are near), or how it misses. */
export function judge(value: number, target: Target): Judgement {
  const { answer, within, mistakes } = target;
  if (isNear(value, answer, within)) return { right: true, verdict: "Right.", mistake: null };
  const mistake = nearest(value, mistakes, within);
  const verdict = mistake === null ? miss(value, answer, within) : "Not yet: this value comes from a known slip.";
  return { right: false, verdict, mistake };
}

function miss(value: number, answer: number, within: number): string {
  if (isNear(-value, answer, within)) return "Nearly: the size is right, the sign is not.";
  if (POWERS.some((power) => isNear(value, answer * power, within * power))) {
    return "Nearly: the digits are right, the decimal point is not.";
  }
  return value < answer ? "Not yet: that is too small." : "Not yet: that is too large.";
}

const POWERS = [1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6];

function nearest(value: number, mistakes: readonly number[], within: number): number | null {
  const near = mistakes.map((mistake, index) => ({ index, off: Math.abs(value - mistake), mistake }));
  const [first] = near.filter(({ mistake }) => isNear(value, mistake, within)).sort((a, b) => a.off - b.off);
  return first ? first.index : null;
}

/** Whether two numbers lie within a tolerance, the last bits of a binary fraction forgiven. */
function isNear(value: number, target: number, within: number): boolean {
  const slack = 4 * Number.EPSILON * (Math.abs(value) + Math.abs(target) + within);
  return Math.abs(value - target) <= within + slack;
}

function squeezed(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}

function withoutUnit(text: string, unit: string): string {
  const trails = unit !== "" && text.toLowerCase().endsWith(unit.toLowerCase());
  return trails ? text.slice(0, -unit.length) : text;
}
