import { randomUUID } from 'node:crypto';
import { Meilisearch } from 'meilisearch';

const { MEILI_URL: url = '', MEILI_KEY: key = '' } = process.env;

/** Whether the environment of this run names a Meilisearch server; tests that need one are otherwise skipped. */
export const hasMeilisearch = url !== '';

/** A corner of the Meilisearch server for one test file. */
export interface MeilisearchCorner {
  /** Environment of a world that searches there. */
  readonly environment: Readonly<Record<string, string>>;
  readonly index: string;
  /** Reaches the server with all rights. */
  readonly admin: Meilisearch;
  /** Takes indexes and keys of this corner away. */
  clear(): Promise<void>;
}

/** A corner of its own, reached directly or through another address. */
export function meilisearchCorner(through: string = url): MeilisearchCorner {
  const prefix = `test-${randomUUID().slice(0, 13)}`;
  const admin = new Meilisearch({ host: url || 'http://localhost', apiKey: key });
  return {
    environment: { MEILI_URL: through, MEILI_KEY: key, MEILI_INDEX_PREFIX: prefix },
    index: `${prefix}-products`,
    admin,
    async clear() {
      for (const name of ['products', 'products-next']) await admin.deleteIndexIfExists(`${prefix}-${name}`);
      const { results } = await admin.getKeys({ limit: 1000 });
      for (const { uid, name } of results) if (name?.startsWith(`${prefix} `)) await admin.deleteKey(uid);
    },
  };
}
