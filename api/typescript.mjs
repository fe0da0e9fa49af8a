import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// Has Node run the TypeScript of this project: `node --import ./api/typescript.mjs FILE`. Plain JavaScript, because it comes first.
// Node's own way leaves decorators as they are, and tsx, which did this before, took a third of a start: each process reads
// 800 files, and one that was killed has to be back within five seconds. Imports name their files, so nothing has to be looked for.
// What a file became is kept beside the libraries, and what Node compiled of it and of them.

const LIBRARIES = fileURLToPath(new URL('../node_modules/', import.meta.url));
const KEPT = `${LIBRARIES}.cache/typescript/`;
/** Milliseconds after which the transformer, a process of its own, is let go: the program has loaded by then. */
const TRANSFORMER_STAYS_MS = 10_000;
const TYPESCRIPT = /^file:[^?#]*\.ts(?:[?#]|$)/; // tests are imported with a query

const require = createRequire(import.meta.url);
const settings = readFileSync(new URL('../tsconfig.json', import.meta.url), 'utf8');
/** Stands for all but the file itself that decides what becomes of it. */
const maker = [require('esbuild/package.json').version, settings, readFileSync(fileURLToPath(import.meta.url), 'utf8')];
const mayKeep = ownsLibraries();
let transformer = null;

registerHooks({
  load(url, context, nextLoad) {
    if (!TYPESCRIPT.test(url)) return nextLoad(url, context);
    return { format: 'module', source: javaScriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});
process.setSourceMapsEnabled(true);
if (mayKeep) enableCompileCache(`${LIBRARIES}.cache/compiled`);

/** Root would leave files in an ordinary account's folder that it could neither replace nor remove. */
function ownsLibraries() {
  const { uid } = statSync(LIBRARIES);
  return uid === (process.getuid?.() ?? uid);
}

/** The JavaScript of a file: what was kept of it, as long as neither the file nor what makes it has changed. */
function javaScriptOf(path) {
  const text = readFileSync(path, 'utf8');
  const kept = `${KEPT}${hash(path)}.js`;
  // At its end, so that a text that was not written to its end is made again.
  const mark = `\n//# made of ${hash(...maker, path, text)}\n`;
  const found = textOf(kept);
  if (found?.endsWith(mark)) return found;
  const made = `${transform(path, text)}${mark}`;
  if (mayKeep) keep(kept, made);
  return made;
}

function transform(path, text) {
  if (!transformer) {
    transformer = require('esbuild');
    setTimeout(() => void transformer.stop(), TRANSFORMER_STAYS_MS).unref(); // it comes again when it is needed
  }
  const { code } = transformer.transformSync(text, {
    ...{ loader: 'ts', format: 'esm', target: 'node24', platform: 'node', tsconfigRaw: settings },
    ...{ sourcefile: path, sourcemap: 'inline', sourcesContent: false },
  });
  return code;
}

/** Written beside and put in place at once: other processes may read it. Where that cannot be, it is made each time. */
function keep(file, text) {
  const beside = `${file}.${process.pid}`;
  try {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, file);
  } catch {
    // It is only kept to save time.
  }
}

function textOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function hash(...texts) {
  const sum = createHash('sha1');
  for (const text of texts) sum.update(`${text.length}:`).update(text);
  return sum.digest('hex');
}
