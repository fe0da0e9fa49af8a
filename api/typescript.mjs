import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire, enableCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// Has Node run the TypeScript of this project: `node --import ./api/typescript.mjs FILE`. Plain JavaScript, because it comes first.
// Node's own way leaves decorators as they are, and tsx, which did this before, took half of the time of a start: each process reads
// 800 files, and one that was killed has to be back within five seconds. Imports name their files, so nothing has to be looked for.
// What a file became is kept beside the libraries, and what Node compiled of it and of them.

const CACHE = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));
const KEPT = `${CACHE}typescript/`;
/** What tsconfig.json says that changes how a file runs. */
const OPTIONS = { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } };

const require = createRequire(import.meta.url);
const { version } = require('esbuild/package.json');

registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return nextLoad(url, context);
    return { format: 'module', source: javaScriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});
process.setSourceMapsEnabled(true);
enableCompileCache(`${CACHE}compiled`);

/** The JavaScript of a file: what was kept of it, as long as neither the file nor what makes it has changed. */
function javaScriptOf(path) {
  const text = readFileSync(path, 'utf8');
  const kept = `${KEPT}${hash(path)}.js`;
  // At its end, so that a text that was not written to its end is made again.
  const mark = `\n//# made of ${hash(version, JSON.stringify(OPTIONS), path, text)}\n`;
  const found = textOf(kept);
  if (found?.endsWith(mark)) return found;
  const made = `${transform(path, text)}${mark}`;
  keep(kept, made);
  return made;
}

function transform(path, text) {
  const { transformSync } = require('esbuild');
  const { code } = transformSync(text, {
    ...{ loader: 'ts', format: 'esm', target: 'node24', platform: 'node' },
    ...{ sourcefile: path, sourcemap: 'inline', sourcesContent: false, tsconfigRaw: OPTIONS },
  });
  return code;
}

/** Written beside and put in place at once: other processes may read it. Who may not write there makes it each time. */
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
