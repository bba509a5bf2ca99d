/** The home page loads this: it marks on the course map how far the learner is, and leads to where they left. */
import { openDesk } from "./desk";
import { StartBox } from "./home/startbox";
import { explainSign } from "./home/legend";
import { markLessons, whenever, type Known } from "./lessonmarks";
import { wasGraded } from "./review/graded";
import { lessonsIn, type Whereabouts } from "./whereabouts";

void openDesk().then((desk) => {
  const box = document.querySelector(".start");
  const start = box && new StartBox(box);
  whenever(desk, async () => {
    const known = await markLessons(desk);
    explainSign(known.some(([place]) => place.dataset["state"] === "finished"));
    const onMap = known.filter(([place]) => place.closest(".map"));
    // Where the course's data cannot be loaded the box stays as it is.
    await start?.show(new Map(onMap.flatMap(named))).catch(() => undefined);
    start?.leadToToday(await wasGraded(desk.log));
  });
});

/** The lessons of a place, each with its id of now. */
function named([place, lessons]: Known): [string, Whereabouts][] {
  const names = lessonsIn(place.dataset["lessons"]);
  return lessons.map((lesson, at) => [names[at]?.[0] ?? "", lesson]);
}
