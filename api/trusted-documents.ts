import { readFileSync } from 'node:fs';
import { PROJECT_FOLDER } from './platform/project-folder.ts';
import { StartError } from './platform/start-error.ts';

const FILE = new URL('storefront-widget/operations/generated/persisted-documents.json', PROJECT_FOLDER);

/** The texts of our own pages' and the widget's documents by their SHA-256 in hex. Throws a StartError when they were never generated. */
export function readTrustedDocuments(): ReadonlyMap<string, string> {
  try {
    return new Map(Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, string>));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new StartError('The typed operations are not generated yet: run npm run build');
  }
}
