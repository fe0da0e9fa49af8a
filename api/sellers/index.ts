import type { Domain } from '../platform/domain.ts';
import { visibleSellers } from './seller-queries.ts';
import { SellerMembershipResolver, SellerResolver } from './seller-resolver.ts';
import { StoredSeller } from './stored-seller.ts';

export { Seller, sellerJson } from './seller.ts';
export { isShopName } from './seller-particulars.ts';
export { sellerByKey, sellersByKeys } from './seller-queries.ts';
export { isMemberOfSeller, memberOfSeller, ownSellerKey, SELLER_ROLES } from './seller-rules.ts';
export { ShopDirectory, type ShopNamed } from './shop-directory.ts';
export { SellerStatus, StoredSeller } from './stored-seller.ts';

/** What sellers bring to the program. */
export const sellersDomain: Domain = {
  name: 'sellers',
  entities: [StoredSeller],
  resolvers: [SellerResolver, SellerMembershipResolver],
  listeners: [],
  jobs: [],
  nodes: { Seller: visibleSellers },
};
