/** The page of settings loads this: how reviews are asked, what was set aside, and what is kept. */
import { StudyAside } from "./own/aside";
import { StudySettings } from "./own/choices";
import { StudyData } from "./own/data";

customElements.define("study-settings", StudySettings);
customElements.define("study-aside", StudyAside);
customElements.define("study-data", StudyData);
