import { hasMeilisearch, meilisearchCorner } from '../support/meilisearch.ts';

/** An engine of product search, and the settings of a world that has it; one that is not there is a counted skip. */
export interface SearchEngine {
  readonly name: string;
  readonly available: boolean;
  readonly environment: Readonly<Record<string, string>>;
  /** Takes away what a world left with the engine. */
  clear(): Promise<void>;
}

const corner = meilisearchCorner();

/** Every engine of product search. */
export const searchEngines: readonly SearchEngine[] = [
  { name: 'PostgreSQL', available: true, environment: {}, clear: async () => {} },
  {
    name: hasMeilisearch ? 'Meilisearch' : 'Meilisearch (skipped: MEILI_URL is not set)',
    available: hasMeilisearch,
    environment: corner.environment,
    clear: () => corner.clear(),
  },
];
