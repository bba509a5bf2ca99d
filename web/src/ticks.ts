/** What ticks beside a model answer come to: what the log keeps of them, and the grade that they suggest. Pure. */
import type { News } from "./log/entry";
import { GRADES, type Grade } from "./schedule";

/** A point that may be ticked; its value is its fingerprint. A checkbox is one. */
export interface Tick {
  readonly value: string;
  readonly checked: boolean;
}

/** Ticks are kept only where some were made: who ticks nothing has not looked. */
export function tickedNews(about: string, edition: string, ticks: readonly Tick[]): News[] {
  const values = (ticked: boolean): string[] => ticks.filter((tick) => tick.checked === ticked).map(({ value }) => value);
  const hit = values(true);
  return hit.length > 0 ? [{ kind: "ticked", about, edition, hit, missed: values(false) }] : [];
}

/** The grade that the ticks suggest: all points are known, half of them hardly, fewer not. */
export function suggestedBy(ticks: readonly Tick[], grades: number): Grade | null {
  const hit = ticks.filter(({ checked }) => checked).length;
  if (hit === 0) return null;
  if (hit === ticks.length) return GRADES.good;
  const isHalf = hit * 2 >= ticks.length;
  return grades === 4 ? (isHalf ? GRADES.hard : GRADES.again) : isHalf ? GRADES.good : GRADES.again;
}
