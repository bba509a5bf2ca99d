// Simulates learners who study for a date: for bench/plan.py, which says the cases on stdin and makes a table of it.
// What the site believes of a memory follows FSRS's default weights; what the learner remembers follows others.
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { default_w, fsrs } from "ts-fsrs";

const WEB = dirname(dirname(fileURLToPath(import.meta.url)));
const DAY = 86_400_000;
const EVENING = new Date(2026, 0, 1, 18).getTime();
const AGAIN = 1;
const GOOD = 3;
const SECONDS = 30;

async function load(contents) {
  const stdin = { contents, resolveDir: join(WEB, "src"), loader: "ts" };
  const options = { stdin, bundle: true, write: false, platform: "node", format: "esm", logLevel: "warning" };
  const { outputFiles } = await build({ absWorkingDir: WEB, ...options });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { plan, recallAfter, seeded, shuffled, traced } = await load(`
  export { plan } from "./review/plan";
  export { seeded, shuffled } from "./chance";
  export { recallAfter, traced } from "./schedule";
`);

// -- the learner ----------------------------------------------------------------------------------------

/** A learner by chance: each weight of their memory is off by about a quarter, and some know more beforehand. */
function learner(chance) {
  const w = default_w.map((weight) => weight * Math.exp(0.25 * normal(chance)));
  return { memory: fsrs({ w, enable_fuzz: false }), knowsFirst: 0.5 * chance(), chance };
}

function normal(chance) {
  return Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Cards of which the first `share` were begun in the 30 days before, and came back when due one to three times. */
function deck(count, share, who) {
  return Array.from({ length: count }, (_, id) => {
    const card = { id: String(id), believed: null, true: null, last: 0 };
    if (id >= share * count) return card;
    let day = -30 * who.chance();
    for (let left = 1 + Math.floor(3 * who.chance()); left > 0 && day < 0; left -= 1) {
      ask(card, day, who);
      day = dueDay(card) + 2 * who.chance();
    }
    return card;
  });
}

/** Asks for a card, and once more where it was not known. Returns how often it was asked. */
function ask(card, day, who) {
  const isKnown = who.chance() < (card.true ? recalled(card, day, who) : who.knowsFirst);
  for (const grade of isKnown ? [GOOD] : [AGAIN, GOOD]) {
    const days = card.true ? Math.floor(day - card.last + 1e-9) : 0;
    card.believed = traced(card.believed, grade, days);
    card.true = who.memory.next_state(card.true, days, grade);
    card.last = day;
  }
  return isKnown ? 1 : 2;
}

function recalled(card, day, who) {
  return card.true ? who.memory.forgetting_curve(Math.max(0, day - card.last), card.true.stability) : 0;
}

// -- what to ask for, in which order --------------------------------------------------------------------

const POLICIES = {
  plan: (cards, day, { days, minutes }) => {
    const standings = new Map(cards.filter(({ believed }) => believed).map((card) => [card.id, standing(card)]));
    const times = { now: EVENING + day * DAY, date: EVENING + days * DAY };
    const ids = cards.map(({ id }) => id);
    const { today, spare } = plan(ids, standings, { ...times, minutes, spent: 0, seconds: SECONDS });
    return [...today, ...spare].map((id) => cards[id]);
  },
  fsrs: (cards, day) => {
    const recall = ({ believed, last }) => recallAfter(believed.stability, day - last);
    const due = cards.filter((card) => card.believed && dueDay(card) <= day);
    const fresh = cards.filter(({ believed }) => !believed);
    return [...due.sort((one, other) => recall(other) - recall(one)), ...fresh];
  },
  random: (cards, day, { chance }) => shuffled(cards, chance),
};

/** A card is due when its recall is believed to have fallen to 0.9, and not before the next day. */
function dueDay({ believed, last }) {
  return last + Math.max(1, Math.round(believed.stability));
}

function standing({ believed, last }) {
  const times = { due: 0, last: EVENING + last * DAY };
  const memory = { state: "review", step: 0, reps: 1, lapses: 0, ...believed, ...times };
  return { memory, edition: "", isMissed: false, buriedUntil: 0, isSuspended: false, missedPoints: [] };
}

// -- a case ---------------------------------------------------------------------------------------------

/** The mean true recall on the date, after a learner followed a policy until the day before. */
function simulate(policy, seed, { cards: count, begun, days, minutes }) {
  const who = learner(seeded(seed));
  const cards = deck(count, begun, who);
  const chance = seeded(seed + 1);
  for (let day = 0; day < days; day += 1) {
    let left = minutes * 60;
    for (const card of POLICIES[policy](cards, day, { days, minutes, chance })) {
      if (left < SECONDS) break;
      left -= ask(card, day, who) * SECONDS;
    }
  }
  return cards.reduce((sum, card) => sum + recalled(card, days, who), 0) / count;
}

/** Milliseconds of the processor for one plan, the middle of some, once the code is warm. */
function cost({ cards: count, days, minutes, runs }) {
  const who = learner(seeded(1));
  const cards = deck(count, 0.5, who);
  const times = Array.from({ length: runs + 1 }, () => {
    const before = process.cpuUsage();
    POLICIES.plan(cards, 0, { days, minutes });
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const [first, ...warm] = times;
  return { first, warm: warm.sort((one, other) => one - other)[Math.floor(runs / 2)] };
}

const { cases, seeds, timed } = JSON.parse(await text(process.stdin));
const recalls = cases.map((each) => {
  const of = (policy) => seeds.map((seed) => simulate(policy, seed, each));
  return Object.fromEntries(Object.keys(POLICIES).map((policy) => [policy, of(policy)]));
});
process.stdout.write(JSON.stringify({ recalls, cost: cost(timed) }));
