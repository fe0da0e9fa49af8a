import type { Domain } from '../platform/domain.ts';

/** What reports brings to the program. */
export const reportsDomain: Domain = {
  name: 'reports',
  entities: [],
  resolvers: [],
  listeners: [],
  jobs: [],
  nodes: {},
};
