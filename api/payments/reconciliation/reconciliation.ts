import { Check, Entity, Enum, Index, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Account, curator } from '../../accounts/index.ts';
import { StoredNode } from '../../platform/database/stored-node.ts';
import { Access } from '../../platform/graphql/access.ts';
import { Node } from '../../platform/graphql/node.ts';
import { DateTimeScalar } from '../../platform/graphql/scalars.ts';
import { type Rupiah, RupiahColumn, RupiahScalar } from '../../platform/money.ts';
import type { TheirRow } from './compare-books.ts';
import { ReconciliationDifference } from './difference.ts';

/** Where the provider's books were read. */
export enum BooksSource {
  STATUS = 'STATUS',
  SHEET = 'SHEET',
}

registerEnumType(BooksSource, {
  name: 'BooksSource',
  description: 'Where the books of the payment provider were read.',
  valuesConfig: {
    STATUS: { description: 'The provider was asked about each charge of the day.' },
    SHEET: { description: 'A settlement sheet of the provider, which lists what we do not know of, too.' },
  },
});

@ObjectType({
  implements: Node,
  description: 'A comparison of our books of one day with those of the payment provider.',
})
@Access(curator)
@Entity({ tableName: 'reconciliation' })
@Index({
  name: 'reconciliation_nightly_once',
  expression: `create unique index reconciliation_nightly_once on reconciliation (day) where started_by_id is null`,
})
@Index({ name: 'reconciliation_of_time', properties: ['startedAt', 'key'] })
@Check({ name: 'reconciliation_day', expression: `day ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'` })
@Check({ name: 'reconciliation_sheet_of_sheets', expression: "(source = 'SHEET') = (sheet is not null)" })
export class Reconciliation extends StoredNode {
  @Field(() => String, { description: 'The day of Depok, e.g. 2026-11-24.' })
  @Property({ type: 'text' })
  day!: string;

  @Field(() => BooksSource, { description: "Where the provider's books were read." })
  @Enum({ items: () => Object.values(BooksSource) })
  source!: BooksSource;

  /** The curator who asked for it; null for the nightly one. */
  @ManyToOne(() => Account, { mapToPk: true, fieldName: 'started_by_id', nullable: true })
  startedByKey: string | null = null;

  /** What the sheet lists. */
  @Property({ type: 'json', nullable: true })
  sheet: TheirRow[] | null = null;

  @Field(() => DateTimeScalar, { description: 'When it began.' })
  @Property({ type: 'timestamptz' })
  startedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it ended, null while it runs.' })
  @Property({ type: 'timestamptz', nullable: true })
  finishedAt: Date | null = null;

  @Field(() => Int, { description: 'Charges that were compared.' })
  @Property({ type: 'integer' })
  checked: number = 0;

  @Field(() => RupiahScalar, { description: 'What those charges brought by our books, in whole rupiah.' })
  @Property({ type: RupiahColumn })
  ours: Rupiah = 0;

  @Field(() => RupiahScalar, { description: "What they brought by the provider's books, in whole rupiah." })
  @Property({ type: RupiahColumn })
  theirs: Rupiah = 0;

  @Field(() => [ReconciliationDifference], { description: 'Rows that differ; each is a task of the curators.' })
  @Property({ type: 'json' })
  differences: ReconciliationDifference[] = [];
}
