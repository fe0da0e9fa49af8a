import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Account } from '../accounts/index.ts';
import { StoredKelurahan } from '../geography/index.ts';
import { newKey } from '../platform/keys.ts';

/** Whether a shop may sell. */
export enum SellerStatus {
  /** Asked to sell; a curator has to look. */
  APPLIED = 'APPLIED',
  /** May sell. */
  VERIFIED = 'VERIFIED',
  /** Taken out of the market by a curator. */
  SUSPENDED = 'SUSPENDED',
}

/** A shop, as stored. */
@Entity({ tableName: 'seller' })
@Index({ name: 'seller_of_kelurahan', properties: ['kelurahanKey'] })
@Index({
  name: 'seller_by_name',
  expression: `create index seller_by_name on seller (name, id) where status = 'VERIFIED'`,
})
@Index({
  name: 'seller_by_end_of_holiday',
  expression: `create index seller_by_end_of_holiday on seller (holiday_until) where holiday_until is not null`,
})
@Unique({ name: 'seller_application_once', properties: ['applicantKey', 'idempotencyKey'] })
@Check({ name: 'seller_place_on_earth', expression: 'abs(latitude::numeric) <= 90 and abs(longitude::numeric) <= 180' })
@Check({ name: 'seller_slug_form', expression: `slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'` })
@Check({ name: 'seller_verified_at', expression: `status <> 'VERIFIED' or verified_at is not null` })
export class StoredSeller {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  /** Name in addresses; given once, never changed, so that links live. */
  @Property({ type: 'text', unique: 'seller_slug_once' })
  slug!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  description: Opt<string> = '';

  @ManyToOne(() => StoredKelurahan, { mapToPk: true, fieldName: 'kelurahan_id' })
  kelurahanKey!: string;

  /** Street address; for the members, the curator and the courier between shop and point, not public. */
  @Property({ type: 'text' })
  address!: string;

  /** Degrees north. */
  @Property({ type: 'double' })
  latitude!: number;

  /** Degrees east. */
  @Property({ type: 'double' })
  longitude!: number;

  @Enum({ items: () => Object.values(SellerStatus) })
  status: Opt<SellerStatus> = SellerStatus.APPLIED;

  /** Number of the halal certificate, null when there is none. */
  @Property({ type: 'text', nullable: true })
  halalCertificate: string | null = null;

  /** Who applied for it, null for shops that the city entered. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'applicant_id', nullable: true })
  applicantKey: string | null = null;

  /** Key that the applicant's client gave, so that the same application is one shop. */
  @Property({ type: 'text', nullable: true })
  idempotencyKey: string | null = null;

  /** SHA-256 (hex) of what was applied with, so that the same key with another input is noticed. */
  @Property({ type: 'text', nullable: true })
  applicationHash: string | null = null;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  verifiedAt: Date | null = null;

  /** The shop takes no orders before this instant; null when it is open. */
  @Property({ type: 'timestamptz', nullable: true })
  holidayUntil: Date | null = null;
}
