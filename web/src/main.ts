/** Every page with questions or cards loads this: it gives the elements already on the page their behaviour. */
import { StudyCard } from "./card";
import { openDesk } from "./desk";
import { followReading } from "./following";
import { StudyItem } from "./item";
import { markLessons, whenever } from "./lessonmarks";
import { explainLinks } from "./notes";
import { recordAnswers } from "./recording";
import { markEdited, reviewCards } from "./reviews";
import { StudyScore } from "./score";
import { tellTrouble } from "./trouble";

// Items first: the score counts those that are ready.
customElements.define("study-item", StudyItem);
customElements.define("study-card", StudyCard);
customElements.define("study-score", StudyScore);

explainLinks();

const desk = openDesk();
void desk.then((opened) => {
  tellTrouble(opened);
  whenever(opened, () => markLessons(opened));
  void followReading(opened);
});
recordAnswers(desk, "practice");
reviewCards(desk);
void markEdited(desk);
