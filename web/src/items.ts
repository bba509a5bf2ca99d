/** The questions alone: for a page that gets them from a deck, and may never need one. */
import { StudyItem } from "./item";

customElements.define("study-item", StudyItem);
