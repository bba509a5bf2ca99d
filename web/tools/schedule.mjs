// Replays histories, read from stdin, with src/schedule.ts: for the test that holds it against another FSRS.
// A history is a list of [grade, time]; for each its memories after each review are written.
import { build } from "esbuild";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const WEB = dirname(dirname(fileURLToPath(import.meta.url)));

async function load(entry) {
  const options = { bundle: true, write: false, platform: "node", format: "esm", logLevel: "warning" };
  const { outputFiles } = await build({ absWorkingDir: WEB, entryPoints: [entry], ...options });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

const { graded, retrievability, unseen } = await load("src/schedule.ts");

function replay(history) {
  let memory = unseen(history[0][1]);
  return history.map(([grade, at]) => {
    const recalled = retrievability(memory, at);
    memory = graded(memory, grade, at);
    return { ...memory, recalled };
  });
}

const histories = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(histories.map(replay)));
