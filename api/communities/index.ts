import type { Domain } from '../platform/domain.ts';
import { Community } from './community.ts';
import { Widget } from './widget.ts';

export { Community } from './community.ts';
export { Widget, WidgetTheme } from './widget.ts';

/** What communities brings to the program. */
export const communitiesDomain: Domain = {
  name: 'communities',
  entities: [Community, Widget],
  resolvers: [],
  listeners: [],
  jobs: [],
  nodes: {},
};
