import type { Domain } from '../platform/domain.ts';
import { MembershipPointFields, PickupPointFields, SellerPointFields } from './pickup-fields.ts';
import { visiblePoints } from './pickup-queries.ts';
import { PickupResolver } from './pickup-resolver.ts';
import { SellerPickupPoint } from './seller-pickup-point.ts';
import { StoredPickupPoint } from './stored-pickup-point.ts';

export { nearestPointsJson, nearestPointsOfSeller, type PointNearby, primeNearestPoints } from './nearest-points.ts';
export { ParcelSize, parcelSizeOf, pointFee } from './parcel-size.ts';
export { expectedPickupAt, firstPickupWeekday, isAcceptingOrders } from './pickup-days.ts';
export { PickupPoint } from './pickup-point.ts';
export { PickupPointKind } from './pickup-point-kind.ts';
export { listPickupPoints, pickupPointByKey, pointsServedBy, sellersNotServing } from './pickup-queries.ts';
export { operatorOfPoint } from './point-rules.ts';
export { releaseRoom, reserveRoom, takingRoom } from './room.ts';
export { SellerPickupPoint } from './seller-pickup-point.ts';
export { StoredPickupPoint } from './stored-pickup-point.ts';

/** What pickup brings to the program. */
export const pickupDomain: Domain = {
  name: 'pickup',
  entities: [StoredPickupPoint, SellerPickupPoint],
  resolvers: [PickupResolver, PickupPointFields, SellerPointFields, MembershipPointFields],
  listeners: [],
  jobs: [],
  nodes: {
    PickupPoint: visiblePoints,
  },
};
