import { Check, Entity, ManyToOne, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Field, ObjectType } from 'type-graphql';
import { Account } from '../accounts/index.ts';
import { StoredKecamatan } from '../geography/index.ts';
import { StoredNode } from '../platform/database/stored-node.ts';
import { Access, everyone } from '../platform/graphql/access.ts';
import { Node } from '../platform/graphql/node.ts';
import { UrlScalar } from '../platform/graphql/scalars.ts';

@ObjectType({ implements: Node, description: 'A neighbourhood site that shows goods of Berjubel through widgets.' })
@Access(everyone)
@Entity()
@Unique({ name: 'community_slug', properties: ['slug'] })
@Unique({ name: 'community_once_per_idempotency_key', properties: ['founderKey', 'idempotencyKey'] })
@Check({ name: 'community_slug_shape', expression: "slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'" })
@Check({ name: 'community_site_url_http', expression: "site_url ~ '^https?://'" })
export class Community extends StoredNode {
  @Field(() => String, { description: 'Name in addresses, lower case with hyphens.' })
  @Property({ type: 'text' })
  slug!: string;

  @Field(() => String, { description: 'Name of the site.' })
  @Property({ type: 'text' })
  name!: string;

  @Field(() => UrlScalar, { description: 'Address of the site.' })
  @Property({ type: 'text' })
  siteUrl!: string;

  @ManyToOne(() => StoredKecamatan, { mapToPk: true, fieldName: 'kecamatan_id', nullable: true })
  kecamatanKey!: string | null;

  /** Who registered it. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'founder_id' })
  founderKey!: string;

  @Property({ type: 'text' })
  idempotencyKey!: string;

  /** SHA-256 of what it was registered with, to tell a repetition from another request under the same key. */
  @Property({ type: 'text' })
  inputHash!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;
}
