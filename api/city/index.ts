import type { Domain } from '../platform/domain.ts';
import { CityOrderResolver } from './city-order-resolver.ts';
import { CityResolver } from './city-resolver.ts';
import { ExpectedSettlementResolver } from './settlement-resolver.ts';

/** What city brings to the program. */
export const cityDomain: Domain = {
  name: 'city',
  entities: [],
  resolvers: [CityResolver, CityOrderResolver, ExpectedSettlementResolver],
  listeners: [],
  jobs: [],
  nodes: {},
};
