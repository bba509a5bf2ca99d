/** Shows invented progress on the page, for the tests in a real browser: tests/browser/test_progress.py. */
import type { Entry } from "../src/log/entry";
import { showProgress } from "../src/progress/view";
import { NOW } from "./progress-course";
import { COURSE, standingsOf, WEEK, YEAR } from "./progress-logs";

const LOGS: Readonly<Record<string, readonly Entry[]>> = { empty: [], week: WEEK, year: YEAR };

Object.assign(window, {
  show: (log: string) => {
    const entries = LOGS[log] ?? [];
    const known = { course: COURSE, entries, standings: standingsOf(entries), retention: 0.9, now: NOW };
    showProgress(document.body, known);
  },
});
