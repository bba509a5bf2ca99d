/** The page of interviews loads this: practice aloud, question by question, and a whole one with its debrief. */
import { StudyAloud } from "./interview/aloud";
import { StudyMock } from "./interview/mock";

customElements.define("study-aloud", StudyAloud);
customElements.define("study-mock", StudyMock);
