import { Kecamatan, Kelurahan, kecamatanByKey, kelurahanByKey } from '../geography/index.ts';
import { PickupPoint, pickupPointByKey } from '../pickup/index.ts';
import { completeNode } from '../platform/graphql/complete-node.ts';
import { Seller, sellerByKey } from '../sellers/index.ts';

/**
 * Cards and facets carry of shops, places and points what lists show, which is what keeps lists quick. Asked for more, these fields
 * load the whole object, batched.
 */
export const LIGHT_NODES = [
  completeNode(Seller, sellerByKey, [
    'description',
    'kelurahan',
    'kecamatan',
    'location',
    'isHalalCertified',
    'isOpen',
    'joinedAt',
  ]),
  completeNode(Kecamatan, kecamatanByKey, ['code', 'location']),
  completeNode(Kelurahan, kelurahanByKey, ['code', 'location', 'kecamatan']),
  completeNode(PickupPoint, pickupPointByKey, [
    'address',
    'kelurahan',
    'kecamatan',
    'location',
    'hours',
    'holdingDays',
  ]),
];
