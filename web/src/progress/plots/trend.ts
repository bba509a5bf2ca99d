/** The retention: a grey dot a week, larger where more was asked; the trend as the line to see; the aim as a line. */
import type { Formats } from "../formats";
import { shareOf, type Week } from "../retention";
import { line } from "./paths";
import { scaleLinear } from "./scales";
import { drawing, shape, words } from "./svg";

const HEIGHT = 240;
const TOP = 16;
const BOTTOM = 204;
/** Room for the aim and its word. */
const LEFT = 64;
/** Room for the number at the end of the trend. */
const RIGHT = 46;
const WEEK = 7 * 86_400_000;
/** The plot never magnifies less than this share of its height to a whole. */
const LOWEST = 0.7;
/** From more weeks than this on, months are named instead of days. */
const MONTHS = 20;

/** How much room the name of a time takes. */
const ROOM = 56;

type Across = ReturnType<typeof scaleLinear<number, number>>;

export function trend(
  weeks: readonly Week[],
  aim: number,
  says: string,
  formats: Formats,
  width: number,
): SVGSVGElement {
  const [first, last] = [weeks[0]?.from ?? 0, weeks[weeks.length - 1]?.from ?? 0];
  // One week alone stands in the middle.
  const span = first === last ? [first - WEEK, last + WEEK] : [first, last];
  const across = scaleLinear(span, [LEFT + 8, width - RIGHT - 8]);
  const up = scaleLinear([bottomOf(weeks, aim), 1], [BOTTOM, TOP]);
  const most = Math.max(...weeks.map(({ asked }) => asked));
  const dots = weeks.flatMap((week) => {
    const share = shareOf(week);
    if (share === null) return [];
    const r = 2 + 4 * Math.sqrt(week.asked / most);
    return shape("circle", "f context", { cx: across(week.from), cy: up(share), r });
  });
  const path = line<Week>((week) => across(week.from), (week) => up(shareOf(week.trend) ?? 0));
  const d = path.defined(({ trend }) => trend.asked > 0)(weeks) ?? "";
  return drawing(width, HEIGHT, says, [
    ...grid(up.domain()[0] ?? 0, aim, up, formats, width),
    ...times(weeks, across, formats),
    ...dots,
    shape("path", "s accent heavy", { d }),
    ...aimed(aim, up(aim), formats, width),
    ...ending(weeks, across, up, formats),
  ]);
}

function bottomOf(weeks: readonly Week[], aim: number): number {
  const shares = weeks.flatMap((week) => [shareOf(week), shareOf(week.trend)]).filter((share) => share !== null);
  return Math.floor(Math.min(LOWEST, aim, ...shares) * 10) / 10;
}

function grid(
  bottom: number,
  aim: number,
  up: (share: number) => number,
  { percent }: Formats,
  width: number,
): SVGElement[] {
  // A line that is nearly the aim would be taken for it.
  return [bottom, (1 + bottom) / 2, 1]
    .filter((share) => Math.abs(share - aim) > (1 - bottom) / 10)
    .flatMap((share) => [
      shape("line", "s line", { x1: LEFT, x2: width - RIGHT, y1: up(share), y2: up(share) }),
      words(percent(share), "soft small", LEFT - 8, up(share) + 4, "end"),
    ]);
}

function aimed(aim: number, y: number, { percent }: Formats, width: number): SVGElement[] {
  return [
    shape("line", "s ink", { x1: LEFT, x2: width - RIGHT, y1: y, y2: y, "stroke-dasharray": "2 5" }),
    words(`aim ${percent(aim)}`, "small strong", LEFT - 8, y + 4, "end"),
  ];
}

/** Where the trend has come to, in its own number. */
function ending(
  weeks: readonly Week[],
  across: (at: number) => number,
  up: (share: number) => number,
  { percent }: Formats,
): SVGElement[] {
  const told = weeks.filter(({ trend }) => trend.asked > 0);
  const last = told[told.length - 1];
  const share = last ? shareOf(last.trend) : null;
  if (!last || share === null) return [];
  const [x, y] = [across(last.from), up(share)];
  return [
    shape("circle", "f accent", { cx: x, cy: y, r: 4.5 }),
    words(percent(share), "accent strong halo", x + 10, y + 5),
  ];
}

/** The months in which weeks begin where there are many, else their first days; the years are in the table. */
function times(weeks: readonly Week[], across: Across, { day, month }: Formats): SVGElement[] {
  const [from = 0, to = 0] = across.range();
  const isLong = weeks.length > MONTHS;
  const named = isLong ? weeks.filter((week, number) => beginsMonth(week, weeks[number - 1])) : weeks;
  const step = Math.ceil((named.length * ROOM) / (to - from));
  return named
    .filter((_, number) => number % step === 0)
    .map(({ from: at }) => words(isLong ? month(at) : day(at), "soft small", across(at), BOTTOM + 24, "middle"));
}

function beginsMonth({ from }: Week, before: Week | undefined): boolean {
  return before !== undefined && new Date(from).getMonth() !== new Date(before.from).getMonth();
}
