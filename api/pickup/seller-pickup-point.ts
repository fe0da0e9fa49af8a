import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Index, ManyToOne } from '@mikro-orm/decorators/legacy';
import { StoredSeller } from '../sellers/index.ts';
import { StoredPickupPoint } from './stored-pickup-point.ts';

/** A point that a shop has chosen to serve. A shop without any row serves every active point. */
@Entity({ tableName: 'seller_pickup_point' })
@Index({ name: 'seller_pickup_point_of_point', properties: ['pickupPointKey'] })
export class SellerPickupPoint {
  declare [PrimaryKeyProp]?: ['sellerKey', 'pickupPointKey'];

  @ManyToOne(() => StoredSeller, { mapToPk: true, primary: true, fieldName: 'seller_id' })
  sellerKey!: string;

  @ManyToOne(() => StoredPickupPoint, { mapToPk: true, primary: true, fieldName: 'pickup_point_id' })
  pickupPointKey!: string;
}
