/** What the answers of an interview come to. Pure. */
import { many } from "../wording";

/** How many points were made, and how many there were to make. */
export interface Made {
  readonly made: number;
  readonly all: number;
}

/** The points of one answer, with the lesson that the question belongs to. */
export interface Result extends Made {
  readonly lesson: string;
}

/** All points of some results. */
export function sumOf(results: readonly Made[]): Made {
  return results.reduce<Made>((sum, { made, all }) => ({ made: sum.made + made, all: sum.all + all }), { made: 0, all: 0 });
}

/** The results of each lesson, those of which least was made first. */
export function byLesson(results: readonly Result[]): Result[] {
  const lessons = [...new Set(results.map(({ lesson }) => lesson))];
  const sums = lessons.map((lesson) => ({ lesson, ...sumOf(results.filter((result) => result.lesson === lesson)) }));
  return sums.sort((one, other) => shareOf(one) - shareOf(other));
}

/** The sum in a sentence. */
export function sumInWords({ made, all }: Made): string {
  if (made === 0) return "Tick the points that you made: they add up here.";
  return made === all ? `You made ${all === 1 ? "the one point" : `all ${all} points`}.` : `You made ${made} of ${many(all, "point")}.`;
}

function shareOf({ made, all }: Made): number {
  return all > 0 ? made / all : 1;
}
