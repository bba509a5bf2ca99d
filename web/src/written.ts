/** The question types with fields in which words or numbers are written: for a page that asks one. */
import { cloze } from "./types/cloze";
import { number } from "./types/number";
import { teach } from "./types/taught";

teach({ cloze, number });
