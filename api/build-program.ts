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
  if (known) return known;
  // The sums are of what was read to build, not of what may stand there by now.
  const files = new Map<string, string>();
  const { outputFiles } = await build({
    absWorkingDir: plan.project,
    entryPoints: [...plan.entries],
    outdir: target,
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
  return put(plan, target, files, outputFiles);
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

/** Folders with a program that was built, the latest first. */
function builtBefore(target: string): string[] {
  if (!existsSync(target)) return [];
  const made = (folder: string): number => statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return readdirSync(target)
    .filter((name) => !name.startsWith(NEW))
    .map((name) => join(target, name))
    .sort((one, other) => made(other) - made(one));
}

/** Whether a program was built of these entries and settings and of the texts as they are now, and is whole. */
function isOf(plan: Plan, folder: string): boolean {
  try {
    const { sum, files, parts } = JSON.parse(readFileSync(join(folder, MADE_OF), 'utf8')) as MadeOf;
    return (
      Object.entries(parts).every(([path, bytes]) => statSync(join(folder, path)).size === bytes) &&
      Object.entries(files).every(([path, own]) => sumOf(readFileSync(join(plan.project, path), 'utf8')) === own) &&
      sum === sumOfAll(plan, files)
    );
  } catch {
    return false; // something is missing
  }
}

/** Of all that decides what is made: the entries, the texts, the maker and its settings. */
function sumOfAll({ project, entries }: Plan, files: MadeOf['files']): string {
  const settings = [fileURLToPath(import.meta.url), join(project, 'tsconfig.json'), join(project, 'package.json')];
  const texts = settings.map((path) => sumOf(readFileSync(path, 'utf8')));
  return sumOf(JSON.stringify([version, entries, texts, Object.entries(files).sort()]));
}

const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/** Puts what was built in place at once: others may build and start meanwhile. */
function put(plan: Plan, target: string, read: ReadonlyMap<string, string>, made: readonly OutputFile[]): string {
  const files = Object.fromEntries([...read].sort());
  const sum = sumOfAll(plan, files);
  const folder = join(target, sum);
  const beside = join(target, `${NEW}${randomUUID()}`);
  const parts: Record<string, number> = {};
  for (const { path, contents } of made) {
    const part = relative(target, path);
    parts[part] = contents.length;
    mkdirSync(dirname(join(beside, part)), { recursive: true });
    writeFileSync(join(beside, part), contents);
  }
  writeFileSync(join(beside, MADE_OF), JSON.stringify({ sum, files, parts } satisfies MadeOf));
  replace(plan, folder, beside);
  clearUp(target, folder);
  return folder;
}

/** One that another has built of the same stays; one that is not whole goes. */
function replace(plan: Plan, folder: string, beside: string): void {
  if (existsSync(folder) && !isOf(plan, folder)) rmSync(folder, { recursive: true, force: true });
  try {
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    if (!isOf(plan, folder)) throw error;
  }
}

function clearUp(target: string, newest: string): void {
  const now = new Date();
  utimesSync(newest, now, now);
  for (const folder of builtBefore(target).slice(KEPT)) rmSync(folder, { recursive: true, force: true });
  for (const name of readdirSync(target).filter((each) => each.startsWith(NEW))) {
    const begun = statSync(join(target, name), { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
    if (now.getTime() - begun > GIVEN_UP_MS) rmSync(join(target, name), { recursive: true, force: true });
  }
}
