import type { Domain } from '../platform/domain.ts';
import { CityResolver } from './city-resolver.ts';

/** What city brings to the program. */
export const cityDomain: Domain = {
  name: 'city',
  entities: [],
  resolvers: [CityResolver],
  listeners: [],
  jobs: [],
  nodes: {},
};
