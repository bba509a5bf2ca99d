/** What each plot says, as the sentence above it. Pure: the numbers come in, and how they are written. */
import { STATED, type Calibration, type Hits, type Sureness } from "./calibration";
import type { DueDay } from "./forecast";
import { many, type Formats } from "./formats";
import { HELD, type Level, type LessonMastery, type Mastery } from "./mastery";
import type { Held } from "./misconceptions";
import { shareOf, type Recall, type Week } from "./retention";
import { against, plausible } from "./share";

/** Fewer reviews than this swing too far to be held against an aim. */
const TELLING = 20;
/** A share as near to the aim as this is said to be about it. */
const NEAR = 0.03;

/** What is due today, and how much comes after. */
export function dueInWords(days: readonly DueDay[]): string {
  const [today, ...later] = days;
  const rest = later.reduce((sum, { due }) => sum + due, 0);
  const now = today?.due ?? 0;
  const after = `in the ${later.length} days after`;
  if (now === 0) return rest === 0 ? "Nothing is due in the next 30 days." : `Nothing is due today; ${rest} ${after}.`;
  return rest === 0 ? `${now} due today, and nothing ${after}.` : `${now} due today, ${rest} ${after}.`;
}

/** What stands out: what waits from before, and the fullest day to come. */
export function dueNotes(days: readonly DueDay[], { weekday }: Formats): string {
  const overdue = days[0]?.overdue ?? 0;
  const fullest = fullestAfterToday(days);
  const waits = `${overdue} of today’s ${overdue === 1 ? "has" : "have"} waited since before.`;
  const full = fullest ? `The fullest day to come is ${weekday(fullest.from)}, with ${fullest.due}.` : "";
  return [overdue === 0 ? "" : waits, full].filter((sentence) => sentence !== "").join(" ");
}

/** The day after today on which most is due, the first where there are several; none where nothing is. */
export function fullestAfterToday(days: readonly DueDay[]): DueDay | null {
  const [first, ...others] = days.slice(1).filter(({ due }) => due > 0);
  return first ? others.reduce((most, day) => (day.due > most.due ? day : most), first) : null;
}

/** How what was remembered stands to the aim, as far as that can be told. */
type Verdict = "none" | "few" | "unclear" | "below" | "about" | "above";

function verdictOf(recent: Recall, aim: number): Verdict {
  const share = shareOf(recent);
  if (share === null) return "none";
  if (recent.asked < TELLING) return "few";
  const found = against(aim, plausible(recent.remembered, recent.asked));
  return found === "about" && Math.abs(share - aim) > NEAR ? "unclear" : found;
}

const STANDS = {
  unclear: "which are too few to tell from the",
  below: "less than the",
  about: "about the",
  above: "more than the",
} as const;

/** How much was remembered in the last four weeks, against the aim. */
export function retentionInWords(weeks: readonly Week[], aim: number, { percent }: Formats): string {
  const recent = recentOf(weeks);
  const verdict = verdictOf(recent, aim);
  if (verdict === "none") return "There were no reviews in the last four weeks.";
  const { remembered, asked } = recent;
  const opening = "In the last four weeks you remembered";
  if (verdict === "few") return `${opening} ${remembered} of ${many(asked, "review")}.`;
  const share = percent(remembered / asked);
  return `${opening} ${share} of ${asked} reviews, ${STANDS[verdict]} ${percent(aim)} you aim for.`;
}

const ADVICE: Readonly<Record<Verdict, string>> = {
  none: "What you knew may have faded a little. A few cards a day bring it back faster than it was learnt.",
  few: `From ${TELLING} reviews on, the share can be held against your aim.`,
  unclear: "A few more weeks will tell whether this is chance.",
  below: "Often reviews came late, or a card asks too much at once. Where one keeps failing, read its passage again.",
  about: "The dates of your cards fit your memory.",
  above: "Your cards come back earlier than they need to. A lower aim would give you fewer reviews.",
};

/** What the learner may make of it. */
export function retentionNotes(weeks: readonly Week[], aim: number): string {
  return ADVICE[verdictOf(recentOf(weeks), aim)];
}

function recentOf(weeks: readonly Week[]): Recall {
  return weeks[weeks.length - 1]?.trend ?? { asked: 0, remembered: 0 };
}

const LEVELS: Readonly<Record<Level, string>> = {
  unknown: "not tried yet",
  shaky: "shaky",
  growing: "growing",
  promising: "good so far",
  solid: "solid",
};

export function levelInWords({ level }: Mastery): string {
  return LEVELS[level];
}

/** On how much a level rests. */
export function triedInWords({ known, of }: Mastery): string {
  return of === 0 ? "nothing asks for it yet" : `${known} of ${of} tried`;
}

/** From when on a mark may leave what grows. */
export function heldAtInWords({ percent }: Formats): string {
  const rule = `A mark stays at growing, at ${percent(HELD)} at most, until you knew one of its cards or questions again`;
  return `${rule} after a day or more. What you know right away may be gone tomorrow.`;
}

/** How many aims of a lesson are solid, and which claims would gain most from another look. */
export function masteryInWords({ objectives, claims }: LessonMastery): string {
  const solid = objectives.filter(({ mastery }) => mastery.level === "solid").length;
  const weak = weakest(claims).map(({ claim }) => claim.id);
  const next = weak.length === 0 ? "" : ` Look again at ${weak.join(", ")}.`;
  if (solid === 0) return `No aim is solid yet.${next}`;
  return `${solid} of ${many(objectives.length, "aim")} ${solid === 1 ? "is" : "are"} solid.${next}`;
}

/** The claims that are known worst, at most three; none that is known well, or was so far and only waits for its day. */
export function weakest(claims: LessonMastery["claims"]): LessonMastery["claims"] {
  return claims
    .filter(({ mastery: { level, isHeld } }) => !isHeld && (level === "shaky" || level === "growing"))
    .sort((one, other) => (one.mastery.score ?? 1) - (other.mastery.score ?? 1))
    .slice(0, 3);
}

/** The difference between what the words state and what came, where there is one: of sure before the others. */
export function calibrationInWords({ hits }: Calibration): string {
  const asked = [...hits].reverse().filter((one) => one.asked > 0);
  const off = asked.find((one) => against(one.stated, one) !== "about");
  if (off) return `${WHEN[off.word]} you were right ${hitsInWords(off)}: ${DIFFERS[against(off.stated, off)]}.`;
  const [first] = asked;
  if (!first) return "";
  return `${WHEN[first.word]} you were right ${hitsInWords(first)}, which fits the word.`;
}

const WHEN: Readonly<Record<Sureness, string>> = {
  guess: "When you guessed",
  unsure: "When you were unsure",
  sure: "When you were sure",
};

const DIFFERS = { below: "less often than the word says", about: "", above: "more often than the word says" } as const;

export function hitsInWords({ right, asked }: Pick<Hits, "right" | "asked">): string {
  return `${right} of ${asked} ${asked === 1 ? "time" : "times"}`;
}

/** What the score means, and what the words were taken for. */
export function brierInWords({ brier, asked }: Calibration, { percent, score }: Formats): string {
  if (brier === null) return "";
  const [guess, unsure, sure] = [STATED.guess, STATED.unsure, STATED.sure].map(percent);
  const found = `Brier score ${score(brier)} over ${many(asked, "answer")}`;
  const means = `0 is best, and always saying fifty-fifty gives ${score(0.25)}`;
  return `${found}: ${means}. Here a guess counts as ${guess}, unsure as ${unsure}, sure as ${sure}.`;
}

/** How many misconceptions still show, of those that ever did. */
export function misconceptionsInWords(held: readonly Held[]): string {
  const still = held.filter(({ since }) => since === 0).length;
  const gone = held.length - still;
  if (still === 0 && gone === 1) return "The one misconception you showed is gone.";
  if (still === 0) return `The ${gone} misconceptions you showed are gone.`;
  const over = gone === 1 ? "1 no longer does" : `${gone} no longer do`;
  const shows = `${many(still, "misconception")} still ${still === 1 ? "shows" : "show"} in your answers`;
  return gone === 0 ? `${shows}.` : `${shows}, ${over}.`;
}

/** How often one showed, when last, and what came since. */
export function heldInWords({ times, last, since }: Held, { date }: Formats): string {
  const shown = times === 1 ? `Shown once, on ${date(last)}` : `Shown ${times} times, last on ${date(last)}`;
  if (since === 0) return `${shown}. No question that showed it was begun again since.`;
  return `${shown}. Not since, in ${since === 1 ? "one later try" : `${since} later tries`}.`;
}
