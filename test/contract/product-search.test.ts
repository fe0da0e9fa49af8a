import { promisesOfProductSearch } from './product-search.ts';

promisesOfProductSearch('PostgreSQL', (world) => world.context().search);
