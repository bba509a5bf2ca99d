/** Whether anything was ever graded: told from what is kept of the standings, so that no review code is loaded. */
import type { Log } from "../log/store";
import type { Known } from "./standing";

/** The name under which the standings are kept. */
export const NAME = "standings";

/** As far as the last page that asked for the reviews knew. */
export async function wasGraded(log: Log): Promise<boolean> {
  const kept = (await log.kept(NAME)) as Partial<Known> | undefined;
  return [...(kept?.standings?.values() ?? [])].some(({ memory }) => memory.reps > 0);
}
