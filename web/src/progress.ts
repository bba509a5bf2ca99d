/** The page of progress loads this: it draws what the log knows, and again whenever another tab adds to it. */
import { settingsIn } from "./chosen";
import { openDesk } from "./desk";
import { renamed } from "./log/renamed";
import { showProgress } from "./progress/view";
import { known } from "./review/standings";
import { loadCourse } from "./site";
import { tellTrouble } from "./trouble";

async function open(): Promise<void> {
  const [desk, course] = await Promise.all([openDesk(), loadCourse()]);
  tellTrouble(desk);
  const show = async (): Promise<void> => {
    const { retention } = await settingsIn(desk.log);
    const { standings } = await known(desk.log, course.was);
    const entries = (await desk.log.all()).map((entry) => renamed(entry, course.was));
    showProgress(document.body, { course, entries, standings, retention, now: Date.now() });
  };
  desk.onChange(() => void show());
  await show();
}

void open();
