import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Loader, type OutputFile, type Plugin, version } from 'esbuild';

// Run by Node as it stands, before anything is built: types that can be taken away, and no import of the program.

/** What is started: the program, and the commands that operators run. */
const PROGRAM = {
  folder: 'api/dist',
  entries: ['main', 'commands/check-search', 'commands/import-products', 'commands/reindex', 'commands/seed'].map(
    (name) => `api/${name}.ts`,
  ),
};

/** What to build, as paths in the project. */
export interface ProgramPlan {
  /** Where what is built lies, each time in a folder of its own. */
  readonly folder: string;
  /** What can be started: as `main.js` where its source is main.ts, seen from the folder that holds all entries. */
  readonly entries: readonly string[];
  /** The project's folder; that of this file when left out. */
  readonly project?: string;
}

type Plan = Required<ProgramPlan>;

/** Says of a built program what it was made of, and what belongs to it. */
const MADE_OF = 'made-of.json';

interface MadeOf {
  readonly sum: string;
  /** Texts that it was made of, by path in the project: sums. */
  readonly files: Readonly<Record<string, string>>;
  /** What was made, by path in its folder: bytes. */
  readonly parts: Readonly<Record<string, number>>;
}

/** So many built programs stay: one that runs may still have to load a part of its own. */
const KEPT = 3;
/** What was begun so long ago and not finished, in milliseconds, is not going to be. */
const GIVEN_UP_MS = 3_600_000;
const NEW = 'new-';

/**
 * Makes JavaScript of the program in a few files: a process that has to transform and to find 800 files takes two seconds of a
 * processor for it, and one that was killed has to be back soon. Nothing is done where it was built of the same texts before. Resolves with
 * the folder of what was built; it is put in place whole, and never changed. Rejects when a text is wrong or the folder may not be written.
 */
export async function buildProgram(asked: ProgramPlan = PROGRAM): Promise<string> {
  const plan: Plan = { project: fileURLToPath(new URL('..', import.meta.url)), ...asked };
  const target = join(plan.project, plan.folder);
  const known = builtBefore(target).find((folder) => isOf(plan, folder));
  if (known) {
    touch(known);
    return known;
  }
  // The sums are of what was read to build, not of what may stand there by now.
  const settings = settingsOf(plan);
  const files = new Map<string, string>();
  const { outputFiles } = await build({
    absWorkingDir: plan.project,
    entryPoints: [...plan.entries],
    outdir: join(target, NEW), // as deep as it will lie, so that its maps lead to the sources
    bundle: true,
    splitting: true,
    write: false,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    tsconfig: 'tsconfig.json',
    keepNames: true, // the ORM and the queue know classes by their names
    banner: { js: `import 'reflect-metadata';` }, // parts that hold entities may be run before the part that asks for it
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [reading(plan, files)],
    logLevel: 'silent',
  });
  const read = Object.fromEntries([...files].sort());
  return put(target, { sum: sumOfAll(settings, read), files: read }, outputFiles);
}

/** Reads each text for the build and notes its sum. */
function reading({ project }: Plan, files: Map<string, string>): Plugin {
  return {
    name: 'reading',
    setup({ onLoad }) {
      onLoad({ filter: /\.(?:ts|json|mjs|js)$/, namespace: 'file' }, async ({ path }) => {
        const contents = await readFile(path, 'utf8');
        files.set(relative(project, path), sumOf(contents));
        return { contents, loader: path.slice(path.lastIndexOf('.') + 1).replace('mjs', 'js') as Loader };
      });
    },
  };
}

/** Folders with a program that was built, the one used last first. */
function builtBefore(target: string): string[] {
  if (!existsSync(target)) return [];
  const made = (folder: string): number => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(target)
    .filter((name) => !name.startsWith(NEW))
    .map((name) => join(target, name))
    .sort((one, other) => made(other) - made(one));
}

/** What a program in a folder was made of; null when it is not whole. */
function wholeIn(folder: string): MadeOf | null {
  try {
    const made = JSON.parse(readFileSync(join(folder, MADE_OF), 'utf8')) as MadeOf;
    const isWhole = Object.entries(made.parts).every(([path, bytes]) => statSync(join(folder, path)).size === bytes);
    return isWhole ? made : null;
  } catch {
    return null; // something is missing
  }
}

/** Whether a program is whole and was built of these entries and settings and of the texts as they are now. */
function isOf(plan: Plan, folder: string): boolean {
  const made = wholeIn(folder);
  if (!made || made.sum !== sumOfAll(settingsOf(plan), made.files)) return false;
  const textOf = (path: string): string => readFileSync(join(plan.project, path), 'utf8');
  return Object.entries(made.files).every(
    ([path, sum]) => existsSync(join(plan.project, path)) && sumOf(textOf(path)) === sum,
  );
}

/** What decides besides the texts what is made: the entries, the maker and its settings. */
function settingsOf({ project, entries }: Plan): string {
  const files = [fileURLToPath(import.meta.url), join(project, 'tsconfig.json'), join(project, 'package.json')];
  return JSON.stringify([version, entries, files.map((path) => sumOf(readFileSync(path, 'utf8')))]);
}

const sumOfAll = (settings: string, files: MadeOf['files']): string => sumOf(JSON.stringify([settings, files]));

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Puts what was built in place at once: others may build and start meanwhile. */
function put(target: string, from: Omit<MadeOf, 'parts'>, made: readonly OutputFile[]): string {
  const folder = join(target, from.sum);
  const beside = join(target, `${NEW}${randomUUID()}`);
  const parts: Record<string, number> = {};
  for (const { path, contents } of made) {
    const part = relative(join(target, NEW), path);
    parts[part] = contents.length;
    mkdirSync(dirname(join(beside, part)), { recursive: true });
    writeFileSync(join(beside, part), contents);
  }
  writeFileSync(join(beside, MADE_OF), JSON.stringify({ ...from, parts } satisfies MadeOf));
  replace(folder, beside);
  clearUp(target, folder);
  return folder;
}

/** One that another has built of the same stays; one that is not whole goes. */
function replace(folder: string, beside: string): void {
  if (existsSync(folder) && !wholeIn(folder)) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!wholeIn(folder)) throw error;
  }
}

/** What was begun and never finished, and all but the programs that were used last. It is the folder of others too: what cannot go stays. */
function clearUp(target: string, newest: string): void {
  touch(newest);
  try {
    for (const folder of builtBefore(target).slice(KEPT)) rmSync(folder, { recursive: true, force: true });
    for (const name of readdirSync(target).filter((each) => each.startsWith(NEW))) {
      const begun = statSync(join(target, name), { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - begun > GIVEN_UP_MS) rmSync(join(target, name), { recursive: true, force: true });
    }
  } catch {
    // The next one tries again.
  }
}

/** Notes that a program was used. Who may not write there starts it all the same. */
function touch(folder: string): void {
  try {
    utimesSync(folder, new Date(), new Date());
  } catch {
    // It counts as used when it was built.
  }
}
