// Reads formulas as JSON from standard input, [{tex, display}], and writes as many results, each {mathml, picture} or
// {error, offset}.
import temml from "temml";
import { text } from "node:stream/consumers";
import { picture, Unprintable } from "./math-picture.mjs";
import { Refused, toCore } from "./math-tree.mjs";

const OPTIONS = { strict: true, throwOnError: true, trust: false };

// About as many signs as fit into 288 px.
const LONG = 20;

// Temml says some of what it dislikes on the console only; standard output is ours.
let complaints = [];
console.log = (message) => complaints.push(String(message));

async function typeset({ tex, display }) {
  complaints = [];
  try {
    if (tex.trim() === "") throw new Refused("there is nothing between the signs that mark a formula");
    const math = temml.__renderToMathMLTree(tex, { ...OPTIONS, displayMode: display });
    if (complaints.length > 0) throw new Refused(clean(complaints[0]));
    toCore(math);
    math.classes = [display ? "math-display" : "math-inline"];
    math.setAttribute("alttext", tex);
    // A display formula that may have to scroll on a phone can be reached and scrolled with the keyboard. Not so within
    // the text: there it may stand in a label, which gives no click to what has the focus for itself.
    if (display && math.toText().length > LONG) math.setAttribute("tabindex", "0");
    return { mathml: math.toMarkup(), picture: await picture(tex, display) };
  } catch (error) {
    return problem(error, tex);
  }
}

function problem(error, tex) {
  if (error instanceof Refused) return { error: sentence(error.message), offset: null };
  if (error instanceof Unprintable) return { error: sentence(error.message), offset: offset(place(error, tex), tex) };
  if (error instanceof temml.ParseError) return { error: clean(error.message), offset: offset(error.position, tex) };
  // Temml stumbles over a sign that still waits for something, as in x_ or \hat^2.
  return { error: "Something is missing: look at each _ and ^ and at what follows the commands.", offset: null };
}

// The commonest complaints in words for an author, who knows no EOF.
const IN_WORDS = [
  [/^Unsupported function name: (.+)$/, "there is no command $1"],
  [/^Expected 'EOF', got '(.+)'$/, "$1 has no place here: nothing before it opens what it belongs to"],
  [/^Expected '(.+)', got 'EOF'$/, "the formula ends before its $1"],
  [/^Unexpected end of input in a macro argument.*$/, "the formula ends where an argument or its } is still missing"],
];

// "Expected '}' at position 5: …x̲…" without its place and excerpt: both are shown in the author's own file.
function clean(message) {
  const words = message.replace(/^Temml strict-mode warning:/, "").replace(/ at (position \d+|end of input):[^]*$/, "");
  const known = words.replace(/\s+/g, " ").trim();
  return sentence(IN_WORDS.reduce((said, [pattern, better]) => said.replace(pattern, better), known));
}

function sentence(words) {
  return words[0].toUpperCase() + words.slice(1).replace(/\.?$/, ".");
}

// Where the TeX has what print cannot set: a command by its whole name, or the first sign of a text.
function place({ culprit }, tex) {
  if (culprit === undefined) return undefined;
  const wanted = culprit.startsWith("\\") ? culprit : [...culprit][0];
  return [...tex.matchAll(/\\[A-Za-z]+|\\?[^]/gu)].find(([part]) => part === wanted)?.index;
}

// In characters, as Python counts them; none where the place lies in a macro instead of the formula.
function offset(position, tex) {
  return position === undefined || position > tex.length ? null : [...tex.slice(0, position)].length;
}

const formulas = JSON.parse(await text(process.stdin));
const results = [];
for (const formula of formulas) results.push(await typeset(formula));
process.stdout.write(JSON.stringify(results));
