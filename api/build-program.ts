import { createHash, type Hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildResult, build, version } from 'esbuild';

// Run by Node as it stands, before anything is built: types that can be taken away, and no import of the program.

/** What is started: the program, and the commands that operators run. */
const PROGRAM = {
  folder: 'api/dist',
  entries: ['main', 'commands/check-search', 'commands/import-products', 'commands/reindex', 'commands/seed'].map(
    (name) => `api/${name}.ts`,
  ),
};

/** Says in the folder which files it was made of, and the sum of their texts. */
const MADE_OF = 'made-of.json';

/** What to build, as paths in the project. */
export interface ProgramPlan {
  /** Where the JavaScript goes; everything else in it is removed. */
  readonly folder: string;
  /** What can be started. Lies in the folder as it lies below the folder that holds all entries. */
  readonly entries: readonly string[];
  /** The project's folder; that of this file when left out. */
  readonly project?: string;
}

type Plan = Required<ProgramPlan>;

/**
 * Makes JavaScript of the program in a few files: a process that has to transform and to find 800 files takes two seconds of a
 * processor for it, and one that was killed has to be back soon. Does nothing when no file that it was made of has changed.
 * Resolves with whether something was made; rejects when a file is wrong or the folder may not be written.
 */
export async function buildProgram(asked: ProgramPlan = PROGRAM): Promise<boolean> {
  const plan: Plan = { project: fileURLToPath(new URL('..', import.meta.url)), ...asked };
  if (isFresh(plan)) return false;
  const made = await build({
    absWorkingDir: plan.project,
    entryPoints: [...plan.entries],
    outdir: plan.folder,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    tsconfig: 'tsconfig.json',
    keepNames: true, // the ORM and the queue know classes by their names
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'error',
  });
  put(plan, made);
  return true;
}

/** True when the folder was made of these entries, by these settings, and of the files as they are now. */
function isFresh(plan: Plan): boolean {
  const file = join(plan.project, plan.folder, MADE_OF);
  if (!existsSync(file)) return false;
  const { files, sum } = JSON.parse(readFileSync(file, 'utf8')) as { files: string[]; sum: string };
  return files.every((path) => existsSync(join(plan.project, path))) && sum === sumOf(plan, files);
}

/** Of all that decides what is made: the entries, the maker and its settings, and each file. */
function sumOf({ project, entries }: Plan, files: readonly string[]): string {
  const sum = createHash('sha256');
  add(sum, version, ...entries);
  for (const path of [fileURLToPath(import.meta.url), join(project, 'tsconfig.json')]) add(sum, readFileSync(path));
  for (const path of files) add(sum, path, readFileSync(join(project, path)));
  return sum.digest('hex');
}

function add(sum: Hash, ...parts: (string | Buffer)[]): void {
  for (const part of parts) sum.update(`${part.length}:`).update(part);
}

/**
 * Entries come last: who starts meanwhile finds all parts of the old program or all of the new, whose names tell their contents. Each is put in
 * place at once, as two may build at the same time.
 */
function put(plan: Plan, made: BuildResult<{ write: false; metafile: true }>): void {
  const target = join(plan.project, plan.folder);
  const parts = new Set(made.outputFiles.map(({ path }) => path));
  const isEntry = (path: string): boolean => {
    const { entryPoint } = made.metafile.outputs[relative(plan.project, path)] ?? {};
    return entryPoint !== undefined && plan.entries.includes(entryPoint);
  };
  for (const { path, contents } of made.outputFiles.filter((part) => !isEntry(part.path))) write(path, contents);
  for (const { path, contents } of made.outputFiles.filter((part) => isEntry(part.path))) write(path, contents);
  const files = Object.keys(made.metafile.inputs);
  write(join(target, MADE_OF), JSON.stringify({ sum: sumOf(plan, files), files }));
  for (const entry of readdirSync(target, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && entry.name !== MADE_OF && !parts.has(path)) rmSync(path, { force: true });
  }
}

function write(path: string, contents: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, contents);
  renameSync(`${path}.${process.pid}`, path);
}
