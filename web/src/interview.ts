/** The page of interviews loads this: its date, practice aloud question by question, and a whole one with its debrief. */
import { StudyAloud } from "./interview/aloud";
import { StudyDate } from "./interview/date";
import { StudyMock } from "./interview/mock";

customElements.define("study-date", StudyDate);
customElements.define("study-aloud", StudyAloud);
customElements.define("study-mock", StudyMock);
