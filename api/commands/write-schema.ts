import { writeFile } from 'node:fs/promises';
import { printSchemaSorted } from '../platform/graphql/schema.ts';
import { publicSchema } from '../schema.ts';

/** Writes schema/schema.graphql from the code: `npm run schema`. */
await writeFile(new URL('../../schema/schema.graphql', import.meta.url), printSchemaSorted(publicSchema()));
