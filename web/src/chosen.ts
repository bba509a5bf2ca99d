/** The settings that a learner has chosen, out of their log. */
import { aboutAll, type Source } from "./log/about";
import { nameOf, SETTINGS, settingsOf, type Settings } from "./settings";

/** The settings that a log holds. */
export async function settingsIn(log: Source): Promise<Settings> {
  return settingsOf(await aboutAll(log, SETTINGS.map(nameOf)));
}
