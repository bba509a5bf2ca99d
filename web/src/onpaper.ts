/** Paper shows what stands open on the screen, and no more. */

// The theme would open everything that opens, answers too. This was loaded before it, so it never hears of it.
addEventListener("beforeprint", (event) => event.stopImmediatePropagation());

export {};
