import type { ProductSearch } from '../../api/search/index.ts';
import type { World } from '../support/world.ts';

/** An engine of product search, and how a world gives it; one that is not there is a counted skip. */
export interface SearchEngine {
  readonly name: string;
  readonly available: boolean;
  readonly of: (world: World) => ProductSearch;
}

/** Every engine of product search. */
export const searchEngines: readonly SearchEngine[] = [
  { name: 'PostgreSQL', available: true, of: (world) => world.context().search },
];
