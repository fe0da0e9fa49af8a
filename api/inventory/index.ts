import type { Domain } from '../platform/domain.ts';
import { Stock } from './stock.ts';
import { StockMovement } from './stock-movement.ts';
import { StockResolver } from './stock-resolver.ts';

export { countStock, holdStock } from './count-stock.ts';
export {
  putBackStock,
  releaseStock,
  reserveStock,
  reservingStock,
  type StockLine,
  settleStock,
  writeOffStock,
} from './move-stock.ts';
export { LARGEST_STOCK, Stock } from './stock.ts';
export { stockLeftOf } from './stock-left.ts';
export { StockMovement, StockMovementKind } from './stock-movement.ts';

/** What inventory brings to the program. */
export const inventoryDomain: Domain = {
  name: 'inventory',
  entities: [Stock, StockMovement],
  resolvers: [StockResolver],
  listeners: [],
  jobs: [],
  nodes: {},
};
