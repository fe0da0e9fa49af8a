import type { Domain } from '../platform/domain.ts';
import { Community } from './community.ts';
import { communityByKey, widgetByRawKey } from './community-queries.ts';
import { CommunityMembershipResolver, CommunityResolver, WidgetResolver } from './community-resolver.ts';
import { Widget } from './widget.ts';

export { Community } from './community.ts';
export {
  communityKeyOf,
  communityOfWidget,
  isAllowedOrigin,
  widgetByKey,
} from './community-queries.ts';
export { Widget } from './widget.ts';

/** What communities brings to the program. */
export const communitiesDomain: Domain = {
  name: 'communities',
  entities: [Community, Widget],
  resolvers: [CommunityResolver, WidgetResolver, CommunityMembershipResolver],
  listeners: [],
  jobs: [],
  nodes: {
    Community: (ctx, keys) => Promise.all(keys.map((key) => communityByKey(ctx, key))),
    Widget: (ctx, keys) => Promise.all(keys.map((key) => widgetByRawKey(ctx, key))),
  },
};
