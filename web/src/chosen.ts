/** The settings that a learner has chosen, out of their log. */
import type { Log } from "./log/store";
import { nameOf, SETTINGS, settingsOf, type Settings } from "./settings";

/** The settings that a log holds. */
export async function settingsIn(log: Pick<Log, "about">): Promise<Settings> {
  const entries = await Promise.all(SETTINGS.map((setting) => log.about(nameOf(setting))));
  return settingsOf(entries.flat());
}
