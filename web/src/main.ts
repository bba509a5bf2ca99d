/** Every page with questions or cards loads this: it gives the elements already on the page their behaviour. */
import { StudyCard } from "./card";
import { StudyItem } from "./item";
import { explainLinks } from "./notes";
import { StudyScore } from "./score";

// Items first: the score counts those that are ready.
customElements.define("study-item", StudyItem);
customElements.define("study-card", StudyCard);
customElements.define("study-score", StudyScore);

explainLinks();
