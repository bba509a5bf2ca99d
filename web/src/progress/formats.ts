/** Numbers and dates in the language of the page. Pure: the language comes in. */

export interface Formats {
  /** 91% */
  readonly percent: (share: number) => string;
  /** 0.17 */
  readonly score: (score: number) => string;
  /** Sep 16: short, under a plot. */
  readonly day: (at: number) => string;
  /** Sep: where a plot spans many months. */
  readonly month: (at: number) => string;
  /** Wednesday, September 16: in a sentence. */
  readonly weekday: (at: number) => string;
  /** Sep 16, 2026: in a table. */
  readonly date: (at: number) => string;
}

export function formatsOf(language: string): Formats {
  const percent = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 });
  const score = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const dates = (options: Intl.DateTimeFormatOptions): ((at: number) => string) => {
    const format = new Intl.DateTimeFormat(language, options);
    return (at) => format.format(at);
  };
  return {
    percent: (share) => percent.format(share),
    score: (number) => score.format(number),
    day: dates({ day: "numeric", month: "short" }),
    month: dates({ month: "short" }),
    weekday: dates({ weekday: "long", day: "numeric", month: "long" }),
    date: dates({ day: "numeric", month: "short", year: "numeric" }),
  };
}

/** A count with its noun, which takes an s. */
export function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
