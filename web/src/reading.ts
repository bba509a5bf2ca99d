/** Pages to read that have no questions load this: their links to terms and references say what they lead to. */
import { explainLinks } from "./notes";

explainLinks();
