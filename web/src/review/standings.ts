/**
 * Where all cards stand. The log is folded once, and what comes of it is kept: from then on only what was added since
 * is folded. What is kept can be deleted at any time, and is made again wherever it might not agree with the log.
 */
import type { Course } from "../course";
import { aboutAll } from "../log/about";
import type { Entry } from "../log/entry";
import { byPlace, NOWHERE, type Place } from "../log/order";
import { aboutNow, namesOf } from "../log/renamed";
import type { Log } from "../log/store";
import { NAME, type Kept } from "./kept";
import { after, standingOf, type Known, type Standing } from "./standing";

type Was = Course["was"];

/** The version of how a standing follows from entries. Whoever changes that counts it up. */
const VERSION = 1;

/** Where all cards stand now. */
export async function known(log: Log, was: Was): Promise<Known> {
  const kept = usable(await log.kept(NAME), was);
  const news = await log.since(kept?.last ?? NOWHERE);
  const isWhole = kept !== null && kept.size + news.length === (await log.size());
  if (isWhole && news.length === 0) return kept;
  const made = isWhole ? await followed(kept, news, log, was) : folded(kept ? await log.all() : news, was);
  // It is made again the next time where there is no room to keep it.
  log.keep(NAME, made).catch(() => undefined);
  return made;
}

/** What was kept, where it can be gone on from. */
function usable(found: unknown, was: Was): Kept | null {
  const kept = found as Kept | undefined;
  return kept?.version === VERSION && JSON.stringify(kept.was) === JSON.stringify(was) ? kept : null;
}

/** What follows from all entries. */
function folded(entries: readonly Entry[], was: Was): Kept {
  const by = new Map<string, Entry[]>();
  const met = new Set<string>();
  for (const entry of entries) {
    const about = aboutNow(entry, was);
    const those = by.get(about);
    if (those) those.push(entry);
    else by.set(about, [entry]);
    if (entry.kind !== "set") met.add(about);
  }
  const standings = new Map<string, Standing>();
  for (const [about, those] of by) keepStanding(standings, about, standingOf(those));
  return { version: VERSION, was, size: entries.length, last: lastOf(entries), standings, met };
}

/** What follows from what was known and the entries after it. */
async function followed(kept: Kept, news: readonly Entry[], log: Log, was: Was): Promise<Kept> {
  const standings = new Map(kept.standings);
  const met = new Set(kept.met);
  const again = new Set<string>();
  for (const entry of news) {
    const about = aboutNow(entry, was);
    if (entry.kind !== "set") met.add(about);
    if (entry.kind === "undone") again.add(about);
    else keepStanding(standings, about, after(standings.get(about) ?? null, entry));
  }
  for (const about of again) keepStanding(standings, about, await standingIn(log, namesOf(about, was)));
  return { ...kept, size: kept.size + news.length, last: lastOf(news), standings, met };
}

/** Where one card stands, by the entries about it alone; `names` are all ids that it has or had. */
export async function standingIn(log: Log, names: readonly string[]): Promise<Standing | null> {
  return standingOf(await aboutAll(log, names));
}

function keepStanding(standings: Map<string, Standing>, about: string, standing: Standing | null): void {
  if (standing) standings.set(about, standing);
  else standings.delete(about);
}

/** The greatest place: merged entries may stand in any order. */
function lastOf(entries: readonly Entry[]): Place {
  let last = NOWHERE;
  for (const entry of entries) if (byPlace(entry, last) > 0) last = { n: entry.n, id: entry.id };
  return last;
}
