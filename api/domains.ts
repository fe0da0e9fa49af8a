import { UnfinishedSeed } from '../seeds/load/unfinished-seed.ts';
import { accountsDomain } from './accounts/index.ts';
import { cartsDomain } from './carts/index.ts';
import { catalogDomain } from './catalog/index.ts';
import { cityDomain } from './city/index.ts';
import { communitiesDomain } from './communities/index.ts';
import { geographyDomain } from './geography/index.ts';
import { inventoryDomain } from './inventory/index.ts';
import { ledgerDomain } from './ledger/index.ts';
import { messagingDomain } from './messaging/index.ts';
import { ordersDomain } from './orders/index.ts';
import { paymentsDomain } from './payments/index.ts';
import { pickupDomain } from './pickup/index.ts';
import { platformEntities } from './platform/database/entities.ts';
import type { Domain } from './platform/domain.ts';
import { reportsDomain } from './reports/index.ts';
import { reviewsDomain } from './reviews/index.ts';
import { searchDomain } from './search/index.ts';
import { sellersDomain } from './sellers/index.ts';

/** Every domain, lowest first: what stands later may import what stands before. */
export const DOMAINS: readonly Domain[] = [
  geographyDomain,
  accountsDomain,
  sellersDomain,
  catalogDomain,
  pickupDomain,
  ledgerDomain,
  inventoryDomain,
  communitiesDomain,
  searchDomain,
  cartsDomain,
  paymentsDomain,
  ordersDomain,
  reviewsDomain,
  messagingDomain,
  cityDomain,
  reportsDomain,
];

/** Every entity, for the ORM and the migrations. */
export const ENTITIES = [...platformEntities, ...DOMAINS.flatMap((domain) => domain.entities), UnfinishedSeed];
