/** One sitting: what is asked for, in which order, until each was known once. Pure. */

/** A sitting at some moment. */
export interface Session {
  /** The ids still to be asked for, the present one first. */
  readonly queue: readonly string[];
  /** How many ids have left the queue, and how many of these were known at once. */
  readonly done: number;
  readonly known: number;
  /** The ids that were not known at least once. */
  readonly missed: ReadonlySet<string>;
  /** The sitting before the last step; null at its beginning. */
  readonly before: Session | null;
}

/** How many others come before what was not known comes again. */
const APART = 3;

/** A sitting in which `ids` are asked for. */
export function sitting(ids: readonly string[]): Session {
  return { queue: ids, done: 0, known: 0, missed: new Set(), before: null };
}

/** The sitting after the present one was graded: known, it leaves; if not, it comes again after some others. */
export function afterGrade(session: Session, isKnown: boolean): Session {
  const [present, ...rest] = session.queue;
  if (present === undefined) return session;
  if (isKnown) {
    const known = session.known + (session.missed.has(present) ? 0 : 1);
    return { ...session, queue: rest, done: session.done + 1, known, before: session };
  }
  const queue = [...rest.slice(0, APART), present, ...rest.slice(APART)];
  return { ...session, queue, missed: new Set([...session.missed, present]), before: session };
}

/** The sitting after the present one was put off or set aside: it leaves, and counts for nothing. */
export function afterLeaving(session: Session): Session {
  return { ...session, queue: session.queue.slice(1), before: session };
}
