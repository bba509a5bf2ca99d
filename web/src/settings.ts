/** What a learner may choose, and what holds for one who never chooses. Pure: the log keeps it, an entry a choice. */
import type { Entry, EntryOf } from "./log/entry";
import { RETENTION } from "./schedule";

type Value = EntryOf<"set">["value"];

/** The settings of the reviews. */
export interface Settings {
  /** The share of reviews that should find the answer still known. */
  readonly retention: number;
  /** How many that are due are asked for on a day at most. */
  readonly limit: number;
  /** How many new cards a day begins. */
  readonly fresh: number;
  /** How many grades there are to choose from: two or four. */
  readonly grades: number;
  /** Whether a card that has the focus listens to keys. */
  readonly keys: boolean;
  /** Whether questions are spoken in the interview. */
  readonly aloud: boolean;
  /** The day of the interview as `2026-12-24`; empty where there is none. */
  readonly interview: string;
  /** The minutes a day that the learner gives to prepare for it. */
  readonly minutes: number;
  /** When the progress was last exported; 0 for never. In ms since the epoch. */
  readonly exported: number;
}

export const DEFAULTS: Settings = {
  retention: RETENTION,
  limit: 100,
  fresh: 10,
  grades: 2,
  keys: true,
  aloud: false,
  interview: "",
  minutes: 20,
  exported: 0,
};

/** Whether a value is one that a setting may have: what comes of a file may be anything. */
const FITS: { readonly [K in keyof Settings]: (value: Value) => boolean } = {
  retention: (value) => isBetween(value, 0.7, 0.97),
  limit: (value) => Number.isInteger(value) && isBetween(value, 1, 9999),
  fresh: (value) => Number.isInteger(value) && isBetween(value, 0, 999),
  grades: (value) => value === 2 || value === 4,
  keys: (value) => typeof value === "boolean",
  aloud: (value) => typeof value === "boolean",
  interview: (value) => typeof value === "string" && /^(\d{4}-\d{2}-\d{2})?$/.test(value),
  minutes: (value) => Number.isInteger(value) && isBetween(value, 1, 600),
  exported: (value) => isBetween(value, 0, 8.64e15),
};

/** The name under which the log keeps a setting; no id has a colon. */
export function nameOf(setting: keyof Settings): string {
  return `set:${setting}`;
}

export const SETTINGS = Object.keys(DEFAULTS) as readonly (keyof Settings)[];

/** The settings that follow from their entries, in order: the last that fits holds. */
export function settingsOf(entries: readonly Entry[]): Settings {
  const chosen: Record<string, Value> = { ...DEFAULTS };
  for (const entry of entries) {
    if (entry.kind !== "set") continue;
    const setting = SETTINGS.find((each) => nameOf(each) === entry.about);
    if (setting && fits(setting, entry.value)) chosen[setting] = entry.value;
  }
  return chosen as unknown as Settings;
}

/** Whether a setting may have a value. */
export function fits(setting: keyof Settings, value: Value): boolean {
  return FITS[setting](value);
}

function isBetween(value: Value, least: number, most: number): boolean {
  return typeof value === "number" && value >= least && value <= most;
}
