/**
 * What reviews on some days would do for a later date, as far as it can be said beforehand: how likely a card is then
 * known, and how often it must be asked. Pure.
 *
 * A review ends in one of two ways: recalled (Good), or forgotten (Again, and Good once it is relearnt). What follows
 * from a review is the mean of the two, weighed by how likely each is. Memories stand on a grid, so that each step is
 * worked out once and then looked up: a plan asks for tens of thousands.
 */
import { GRADES, recallAfter, traced, type Memory, type Trace } from "../schedule";
import { DAY } from "../time";

/** A card before any review that is planned: where it stands on the grid, and how many days ago it was last asked. */
export interface Start {
  /** Null where it was never asked. */
  readonly spot: Spot | null;
  readonly ago: number;
}

/** A place on the grid: steps of the logarithm of the stability, steps of the difficulty. */
interface Spot {
  readonly firm: number;
  readonly hard: number;
}

/** What reviews on some days come to. */
export interface Outcome {
  /** How likely the card is known at the date. */
  readonly recall: number;
  /** How often the card is asked on each of the days: more than once where it is forgotten and relearnt. */
  readonly asks: readonly number[];
}

interface Review {
  /** How likely the answer is known when asked. */
  readonly recall: number;
  readonly good: Spot;
  readonly relearnt: Spot;
  /** Where the card stands on average. */
  readonly mean: Spot;
}

const FIRM_STEP = 0.1;
const HARD_STEP = 0.5;
const LONGEST = 4095;

/** Where a memory stands now. */
export function start(memory: Memory, now: number): Start {
  const ago = Math.max(0, now - memory.last) / DAY;
  return { spot: memory.state === "new" ? null : spot(memory), ago };
}

/** What comes of reviews on days from now, in order, at a date that lies `ahead` days from now. */
export function foresee({ spot: first, ago }: Start, days: readonly number[], ahead: number): Outcome {
  const asks: number[] = [];
  let at = first;
  let last = -ago;
  let step: Review | null = null;
  for (const day of days) {
    step = review(at, day - last);
    asks.push(2 - step.recall);
    at = step.mean;
    last = day;
  }
  if (!step) return { recall: at ? recalled(at, ahead - last) : 0, asks };
  const { recall, good, relearnt } = step;
  return { recall: recall * recalled(good, ahead - last) + (1 - recall) * recalled(relearnt, ahead - last), asks };
}

const reviews = new Map<number, Review>();
const recalls = new Map<number, number>();

function review(at: Spot | null, gap: number): Review {
  const days = at ? Math.min(LONGEST, Math.max(0, Math.floor(gap))) : 0;
  const key = at ? ((at.firm + 512) * 32 + at.hard) * (LONGEST + 1) + days : -1;
  const kept = reviews.get(key);
  if (kept) return kept;
  const made = at ? again(traceOf(at), days) : first();
  reviews.set(key, made);
  return made;
}

/** The first time that a card is asked nothing is known of it: it is learnt then. */
function first(): Review {
  const learnt = spot(traced(traced(null, GRADES.again, 0), GRADES.good, 0));
  return { recall: 0, good: learnt, relearnt: learnt, mean: learnt };
}

function again(trace: Trace, days: number): Review {
  const recall = recallAfter(trace.stability, days);
  const good = traced(trace, GRADES.good, days);
  const relearnt = traced(traced(trace, GRADES.again, days), GRADES.good, 0);
  return { recall, good: spot(good), relearnt: spot(relearnt), mean: spot(between(good, relearnt, recall)) };
}

function between(one: Trace, other: Trace, weight: number): Trace {
  return {
    stability: Math.exp(weight * Math.log(one.stability) + (1 - weight) * Math.log(other.stability)),
    difficulty: weight * one.difficulty + (1 - weight) * other.difficulty,
  };
}

/** To the quarter of a day. */
function recalled({ firm }: Spot, days: number): number {
  const quarters = Math.min(4 * LONGEST, Math.max(0, Math.round(4 * days)));
  const key = (firm + 512) * 4 * (LONGEST + 1) + quarters;
  const kept = recalls.get(key);
  if (kept !== undefined) return kept;
  const made = recallAfter(Math.exp(firm * FIRM_STEP), quarters / 4);
  recalls.set(key, made);
  return made;
}

function spot({ stability, difficulty }: Trace): Spot {
  return { firm: Math.round(Math.log(stability) / FIRM_STEP), hard: Math.round(difficulty / HARD_STEP) };
}

function traceOf({ firm, hard }: Spot): Trace {
  return { stability: Math.exp(firm * FIRM_STEP), difficulty: hard * HARD_STEP };
}
