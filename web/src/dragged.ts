/** The question types whose parts are dragged: for a page that asks one. */
import { match } from "./types/match";
import { order } from "./types/order";
import { teach } from "./types/taught";

teach({ order, match });
