/** The calibration: for each word a dot for the share right, a bar for what it may be, a line for the word. */
import { WORDS, type Hits } from "../calibration";
import type { Formats } from "../formats";
import { hitsInWords } from "../sentences";
import { scaleLinear } from "./scales";
import { drawing, shape, words } from "./svg";

const ROW = 88;
const SIDE = 8;

export function rates(hits: readonly Hits[], says: string, formats: Formats, width: number): SVGSVGElement {
  const across = scaleLinear([0, 1], [SIDE, width - SIDE]);
  const rows = [...hits].reverse().flatMap((one, number) => row(one, number * ROW, across, formats, width));
  return drawing(width, WORDS.length * ROW - 8, says, rows);
}

function row(
  one: Hits,
  top: number,
  across: (share: number) => number,
  { percent }: Formats,
  width: number,
): SVGElement[] {
  const y = top + 52;
  const stated = across(one.stated);
  const name = words(nameOf(one.word), "strong", 0, top + 16);
  const way = shape("line", "s line", { x1: 0, x2: width, y1: y, y2: y });
  const said = [
    shape("line", "s ink", { x1: stated, x2: stated, y1: y - 10, y2: y + 10 }),
    words(`the word says ${percent(one.stated)}`, "soft small", stated, y + 26, one.stated > 0.5 ? "end" : "start"),
  ];
  if (one.asked === 0) return [name, words("not said yet", "soft small", width, top + 16, "end"), way, ...said];
  const share = one.right / one.asked;
  return [
    name,
    words(`right ${hitsInWords(one)}`, "soft small", width, top + 16, "end"),
    way,
    shape("line", "s context broad", { x1: across(one.from), x2: across(one.to), y1: y, y2: y }),
    ...said,
    shape("circle", "f accent", { cx: across(share), cy: y, r: 6 }),
    words(percent(share), "accent strong halo", across(share), y - 14, anchorAt(share)),
  ];
}

function nameOf(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function anchorAt(share: number): string {
  if (share < 0.05) return "start";
  return share > 0.95 ? "end" : "middle";
}
