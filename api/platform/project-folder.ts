import { existsSync } from 'node:fs';

/** The project's folder, with a slash at its end: the nearest with a package.json above this file, or above what this file was built into. */
export const PROJECT_FOLDER = folderAbove(import.meta.url);

function folderAbove(place: string): URL {
  for (let at = new URL('.', place); ; at = new URL('..', at)) {
    if (existsSync(new URL('package.json', at))) return at;
    if (at.pathname === '/') throw new Error('The project has no package.json');
  }
}
