/** Pages to read that have no questions load this: their links say what they lead to, and lessons know their reader. */
import { openDesk } from "./desk";
import { followReading } from "./following";
import { markLessons, whenever } from "./lessonmarks";
import { explainLinks } from "./notes";

explainLinks();

void openDesk().then((desk) => {
  whenever(desk, () => markLessons(desk));
  void followReading(desk);
});
