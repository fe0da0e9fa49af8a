import { Check, Entity, Enum, Index, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { StoredCategory } from '../catalog/index.ts';
import { StoredKecamatan } from '../geography/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { Community } from './community.ts';
import { communityManager } from './community-rules.ts';

/** How a widget looks. */
export const WidgetTheme = { LIGHT: 'LIGHT', DARK: 'DARK', AUTO: 'AUTO' } as const;
export type WidgetTheme = keyof typeof WidgetTheme;

registerEnumType(WidgetTheme, {
  name: 'WidgetTheme',
  description: 'How a widget looks.',
  valuesConfig: {
    LIGHT: { description: 'Light ground.' },
    DARK: { description: 'Dark ground.' },
    AUTO: { description: "As the visitor's device is set." },
  },
});

@ObjectType({
  implements: Node,
  description: 'What a community site shows of the marketplace, and where it may be shown.',
})
@Access(everyone)
@Entity()
@Unique({ name: 'widget_publishable_key', properties: ['publishableKey'] })
@Unique({ name: 'widget_previous_key', properties: ['previousKey'] })
@Unique({ name: 'widget_once_per_idempotency_key', properties: ['communityKey', 'idempotencyKey'] })
@Check({ name: 'widget_publishable_key_shape', expression: "publishable_key ~ '^pk_[A-Za-z0-9_-]{24,}$'" })
@Check({ name: 'widget_previous_key_ends', expression: '(previous_key is null) = (previous_key_until is null)' })
@Check({
  name: 'widget_origins_some',
  expression: 'cardinality(allowed_origins) >= 1 and cardinality(allowed_origins) <= 20',
})
@Check({ name: 'widget_sellers_some', expression: 'cardinality(seller_ids) <= 100' })
@Index({ name: 'widget_allowed_origins', properties: ['allowedOrigins'], type: 'gin' })
export class Widget extends StoredNode {
  @ManyToOne(() => Community, { mapToPk: true, fieldName: 'community_id' })
  communityKey!: string;

  @Field(() => String, { description: 'Heading over the goods.' })
  @Property({ type: 'text' })
  title!: string;

  @Field(() => WidgetTheme, { description: 'How it looks.' })
  @Enum({ items: () => Object.values(WidgetTheme), type: 'text' })
  theme: WidgetTheme = WidgetTheme.AUTO;

  @Access(communityManager)
  @Field(() => String, { description: 'The key that the site puts into its page; it is public by nature.' })
  @Property({ type: 'text' })
  publishableKey!: string;

  /** The key before the last rotation; still good until `previousKeyUntil`. */
  @Property({ type: 'text', nullable: true })
  previousKey: string | null = null;

  @Property({ type: 'timestamptz', nullable: true })
  previousKeyUntil: Date | null = null;

  @Access(communityManager)
  @Field(() => [String], { description: 'Origins whose pages may use the key, exact: scheme, host and port.' })
  @Property({ type: 'text[]' })
  allowedOrigins!: string[];

  /** Only goods of sellers in this kecamatan; null for all of Depok. */
  @ManyToOne(() => StoredKecamatan, { mapToPk: true, fieldName: 'kecamatan_id', nullable: true })
  kecamatanKey: string | null = null;

  /** Only goods of this category and those below it; null for all. */
  @ManyToOne(() => StoredCategory, { mapToPk: true, fieldName: 'category_id', nullable: true })
  categoryKey: string | null = null;

  /** Only goods of these sellers; empty for all. */
  @Property({ type: 'uuid[]', fieldName: 'seller_ids' })
  sellerKeys: string[] = [];

  @Property({ type: 'text' })
  idempotencyKey!: string;

  /** SHA-256 of what it was made with. */
  @Property({ type: 'text' })
  inputHash!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
