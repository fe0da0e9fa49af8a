import { existsSync } from 'node:fs';

/** The project's folder, with a slash at its end: the nearest with a package.json above this file, or above what this file was built into. */
export const PROJECT_FOLDER = folderAbove(import.meta.url);

function folderAbove(place: string): URL {
  let at = new URL('.', place);
  while (!existsSync(new URL('package.json', at))) {
    const above = new URL('..', at);
    if (above.href === at.href) throw new Error('The project has no package.json');
    at = above;
  }
  return at;
}
