// Bundles test/*.test.ts into a temporary folder and hands them to node's own test runner.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const TESTS = join(dirname(dirname(fileURLToPath(import.meta.url))), "test");

const names = (await readdir(TESTS)).filter((name) => name.endsWith(".test.ts"));
const out = await mkdtemp(join(tmpdir(), "study-web-"));
try {
  await build({
    entryPoints: names.map((name) => join(TESTS, name)),
    outdir: out,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    sourcemap: "inline",
    logLevel: "warning",
  });
  const built = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
  const args = ["--enable-source-maps", "--test", "--test-reporter=spec", ...built];
  process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
} finally {
  await rm(out, { recursive: true, force: true });
}
