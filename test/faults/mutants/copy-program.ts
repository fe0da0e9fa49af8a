import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stage/child.ts';
import type { Mutant } from './mutants.ts';

const PARTS = ['api', 'schema', 'seeds', 'simulators', 'storefront-widget', 'test', 'package.json', 'tsconfig.json'];

/** Copies the program into a folder, with the change of a mutant in it; gives the folder. Throws when there is nothing to change. */
export function copyProgram(folder: string, mutant: Mutant): string {
  mkdirSync(folder, { recursive: true });
  for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  if (mutant.source) writeFileSync(join(folder, mutant.source.file), mutatedSource(mutant, folder));
  return folder;
}

/** The text of the file that a mutant changes, with the change in it. Throws when its place is not there, or there more than once. */
export function mutatedSource({ name, source }: Mutant, root = ROOT): string {
  if (!source) return '';
  const text = readFileSync(join(root, source.file), 'utf8');
  if (text.split(source.from).length !== 2)
    throw new Error(`mutant "${name}": its place in ${source.file} is not there`);
  return text.replace(source.from, () => source.to);
}
