/** What a log says of something that has, or had, several names. Pure but for the reading. */
import type { Entry } from "./entry";

/** Where entries come from: a log. */
export interface Source {
  /** The entries about one thing, in order. */
  about(name: string): Promise<readonly Entry[]>;
}

/** The entries under each of the names, name by name. */
export async function aboutAll(log: Source, names: readonly string[]): Promise<Entry[]> {
  return (await Promise.all(names.map((name) => log.about(name)))).flat();
}
