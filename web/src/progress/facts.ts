/** What the sections of the page of progress are made from. */
import type { Course } from "../course";
import type { Entry } from "../log/entry";
import type { Standing } from "../review/standing";
import type { Formats } from "./formats";

export interface Known {
  readonly course: Course;
  /** All entries of the log. */
  readonly entries: readonly Entry[];
  /** Where each card stands, and each item that was missed, by id. */
  readonly standings: ReadonlyMap<string, Standing>;
  /** The recall that the learner aims at. */
  readonly retention: number;
  readonly now: number;
}

/** The same, made ready: `entries` are those that hold, in order. */
export interface Facts extends Known {
  /** The way from the page to the site's root, ending in a slash. */
  readonly root: string;
  readonly formats: Formats;
}
