import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './stage/child.ts';

/** What runs and what it is held against: counts of different ones are not added up. */
export interface Program {
  /** For people: the commit, and whether files were changed since. */
  readonly commit: string;
  /** Hash over the sources. */
  readonly sources: string;
}

/** The market, the providers' stand-ins, these runs, and the makers by which a stage is filled. */
const FOLDERS = ['api', 'simulators', 'test/faults', 'test/support'];

/** The program as it lies there now. */
export function presentProgram(): Program {
  const sources = hashOf(ROOT);
  const [commit, changed] = [git('rev-parse', '--short=12', 'HEAD'), git('status', '--porcelain', '--', ...FOLDERS)];
  return { commit: changed === '' ? commit : `${commit || 'no commit'} changed to ${sources.slice(0, 8)}`, sources };
}

/** What is to be said when the sources under a folder are not those of a program any more; null when they are. */
export function changedSince({ commit, sources }: Program, root = ROOT): string | null {
  const now = hashOf(root);
  if (now === sources) return null;
  return `the sources were changed while this ran: it began with ${commit}, and what would be built now is another program (${now.slice(0, 8)}); call it again`;
}

/** Hash over the sources of the folders of a program, tests left out. */
export function hashOf(root: string): string {
  const hash = createHash('sha256');
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  for (const file of files.filter((each) => /(?<!\.test|\.d)\.ts$/.test(each)).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** What git says; nothing where there is no git, or no repository. */
function git(...words: readonly string[]): string {
  try {
    return execFileSync('git', words, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  } catch {
    return '';
  }
}
