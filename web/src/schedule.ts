/**
 * When a question should come back, and how well it is remembered by then. Pure: the clock is an argument.
 * FSRS-6, as the algorithm page of the open-spaced-repetition project's wiki gives it; ts-fsrs does the sums.
 */
import { fsrs, State, type CardInput, type FSRS, type RecordLogItem, type StepUnit } from "ts-fsrs";
import { DAY } from "./time";

/** How well something was remembered. */
export const GRADES = { again: 1, hard: 2, good: 3, easy: 4 } as const;
export type Grade = (typeof GRADES)[keyof typeof GRADES];

/** How far the learning is: minutes apart before the first days and after a lapse, else days. */
export type Phase = "new" | "learning" | "review" | "relearning";

/** What is known of a memory. Plain numbers and words, fit to be stored; times are in ms since the epoch. */
export interface Memory {
  readonly state: Phase;
  /** Which of the learning steps comes next. */
  readonly step: number;
  /** The days until the retrievability has fallen to 0.9; 0 while new. */
  readonly stability: number;
  /** From 1 to 10; 0 while new. */
  readonly difficulty: number;
  readonly due: number;
  /** When it was last graded; while new, when it was first met. */
  readonly last: number;
  readonly reps: number;
  /** How often it was forgotten after it had been learnt. */
  readonly lapses: number;
}

/** The share of reviews that should find the answer still known. */
export const RETENTION = 0.9;

const LEARNING: readonly StepUnit[] = ["1m", "10m"];
const RELEARNING: readonly StepUnit[] = ["10m"];

/** A memory of something that was never asked. */
export function unseen(at: number): Memory {
  return { state: "new", step: 0, stability: 0, difficulty: 0, due: at, last: at, reps: 0, lapses: 0 };
}

/** The memory after a grade. Where the clock went back, no time has passed. */
export function graded(memory: Memory, grade: Grade, at: number, retention = RETENTION): Memory {
  return fromItem(scheduler(retention).next(toCard(memory, at), new Date(at), grade));
}

/** The memory after each grade that may be given now. */
export function outlooks(memory: Memory, at: number, retention = RETENTION): Readonly<Record<Grade, Memory>> {
  const items = scheduler(retention).repeat(toCard(memory, at), new Date(at));
  return { 1: fromItem(items[1]), 2: fromItem(items[2]), 3: fromItem(items[3]), 4: fromItem(items[4]) };
}

/** How likely the answer is known at a time, from 0 to 1. Of what was never asked nothing is known: 0. */
export function retrievability(memory: Memory, at: number): number {
  if (memory.state === "new") return 0;
  return recallAfter(memory.stability, Math.max(0, at - memory.last) / DAY);
}

/** How firm a memory is, apart from when it was last asked for. */
export type Trace = Pick<Memory, "stability" | "difficulty">;

/** The trace after a grade, whole days after the last: `graded` without its dates. Null is what was never asked. */
export function traced(trace: Trace | null, grade: Grade, days: number): Trace {
  return scheduler(RETENTION).next_state(trace, days, grade);
}

/** How likely an answer of this stability is known so many days after it was last asked for, from 0 to 1. */
export function recallAfter(stability: number, days: number): number {
  return scheduler(RETENTION).forgetting_curve(days, stability);
}

const schedulers = new Map<number, FSRS>();

/** The scheduler for a retention: made once, since making it costs more than using it. */
function scheduler(retention: number): FSRS {
  const kept = schedulers.get(retention);
  if (kept) return kept;
  const made = fsrs({
    request_retention: retention,
    enable_fuzz: false,
    learning_steps: LEARNING,
    relearning_steps: RELEARNING,
  });
  schedulers.set(retention, made);
  return made;
}

const STATES = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning };
const PHASES = {
  [State.New]: "new",
  [State.Learning]: "learning",
  [State.Review]: "review",
  [State.Relearning]: "relearning",
} as const;

/**
 * ts-fsrs counts a day wherever the date changes in UTC, even within ten minutes. A last review that is whole
 * days ago to the millisecond makes it count spans of 24 hours, the same in every time zone.
 */
function toCard(memory: Memory, at: number): CardInput {
  const days = Math.max(0, Math.floor((at - memory.last) / DAY));
  return {
    state: STATES[memory.state],
    learning_steps: memory.step,
    stability: memory.stability,
    difficulty: memory.difficulty,
    due: new Date(memory.due),
    last_review: new Date(at - days * DAY),
    reps: memory.reps,
    lapses: memory.lapses,
    elapsed_days: days,
    scheduled_days: 0, // for its log, which is not kept
  };
}

function fromItem({ card, log }: RecordLogItem): Memory {
  return {
    state: PHASES[card.state],
    step: card.learning_steps,
    stability: card.stability,
    difficulty: card.difficulty,
    due: card.due.getTime(),
    last: log.review.getTime(),
    reps: card.reps,
    lapses: card.lapses,
  };
}
