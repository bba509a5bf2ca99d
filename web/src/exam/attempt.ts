/** An exam in progress, as it is kept: it survives a reload, and what is kept may be of any age. Pure. */
import type { Confidence } from "../confidence";
import type { Choice } from "./paper";
import type { Clock } from "./clock";

/** What was answered to a question. */
export interface Answer {
  /** The fingerprint of the question: an answer to another wording is none to this. */
  readonly edition: string;
  readonly given: readonly string[];
  readonly confidence: Confidence;
}

/** An exam in progress. */
export interface Attempt {
  readonly choice: Choice;
  /** The fingerprint of the paper. */
  readonly paper: string;
  readonly clock: Clock;
  /** The place of the question that was last on show. */
  readonly at: number;
  readonly answers: Readonly<Record<string, Answer>>;
  readonly flagged: readonly string[];
}

/** An attempt that begins. */
export function attempt(choice: Choice, paper: string, clock: Clock): Attempt {
  return { choice, paper, clock, at: 0, answers: {}, flagged: [] };
}

/** Reads what was kept; null where it is no attempt. */
export function readAttempt(kept: unknown): Attempt | null {
  if (!isRecord(kept)) return null;
  const { choice, paper, clock, at, answers, flagged } = kept;
  const isWhole = isChoice(choice) && isClock(clock) && typeof paper === "string" && Number.isInteger(at);
  if (!isWhole || !isTexts(flagged) || !isRecord(answers) || !Object.values(answers).every(isAnswer)) return null;
  return kept as unknown as Attempt;
}

/** What was answered to a question in this edition; null where nothing was. */
export function answerTo({ answers }: Attempt, { id, edition }: { id: string; edition: string }): Answer | null {
  const answer = answers[id];
  return answer?.edition === edition ? answer : null;
}

function isChoice(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { seed, lessons, count, minutes } = value;
  return isNumber(seed) && isTexts(lessons) && isNumber(count) && (minutes === null || isNumber(minutes));
}

function isClock(value: unknown): boolean {
  return isRecord(value) && isNumber(value["started"]) && (value["ends"] === null || isNumber(value["ends"]));
}

function isAnswer(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { edition, given, confidence } = value;
  return typeof edition === "string" && isTexts(given) && (confidence === null || typeof confidence === "string");
}

function isNumber(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value);
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
