/**
 * Whether anything was ever graded: told from what is kept of the standings and from the entries after it, so that no
 * review code is loaded.
 */
import { NOWHERE, standing } from "../log/order";
import type { Log } from "../log/store";
import { NAME, type Kept } from "./kept";

/** Whether a card holds a grade; where nothing is kept, all of the log is read. */
export async function wasGraded(log: Log): Promise<boolean> {
  const kept = (await log.kept(NAME)) as Partial<Kept> | undefined;
  if ([...(kept?.standings?.values() ?? [])].some(({ memory }) => memory.reps > 0)) return true;
  return standing(await log.since(kept?.last ?? NOWHERE)).some(({ kind }) => kind === "reviewed");
}
