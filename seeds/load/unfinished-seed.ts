import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { Context } from '../../api/platform/context.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import type { SeedMarket } from '../market-shape.ts';

/** A filling of this database with a made-up market that has not come to its end; one row, or none. */
@Entity({ tableName: 'unfinished_seed' })
@Check({ name: 'unfinished_seed_is_one', expression: 'id = 1' })
export class UnfinishedSeed {
  declare [PrimaryKeyProp]?: 'id';

  @PrimaryKey({ type: 'smallint', autoincrement: false })
  id!: number;

  /** Of the market: see MarketOptions. */
  @Property({ type: 'integer' })
  seed!: number;

  /** Products that the whole market has. */
  @Property({ type: 'integer' })
  products!: number;

  /** Whether products get their pictures. */
  @Property({ type: 'boolean' })
  hasPictures!: boolean;

  /** Products that are there, the first ones of the market. When all are, the search is still to be made. */
  @Property({ type: 'integer' })
  entered!: number;

  /** What the ages of shops and products are counted from. */
  @Property({ type: 'timestamptz' })
  begunAt!: Date;
}

/** The filling that was stopped before its end; null when there is none. */
export async function unfinishedSeed(ctx: Context): Promise<Omit<UnfinishedSeed, 'id'> | null> {
  const [row] = await ctx.read.rows<Omit<UnfinishedSeed, 'id'>>(
    `select seed, products, has_pictures as "hasPictures", entered, begun_at as "begunAt" from unfinished_seed`,
  );
  return row ? { ...row, begunAt: new Date(row.begunAt) } : null;
}

/** Notes that a filling begins; to be called in the transaction that enters the first of it. */
export async function noteBegun(tx: Tx, market: SeedMarket, hasPictures: boolean): Promise<void> {
  await tx.execute(
    'insert into unfinished_seed (id, seed, products, has_pictures, entered, begun_at) values (1, ?, ?, ?, 0, ?)',
    [market.seed, market.productCount, hasPictures, tx.context.clock.now()],
  );
}

/** Notes, in the transaction that enters them, that so many products more are there. */
export async function noteEntered(tx: Tx, products: number): Promise<void> {
  await tx.execute('update unfinished_seed set entered = entered + ?', [products]);
}

/** Notes that the filling has come to its end. */
export async function noteFinished(tx: Tx): Promise<void> {
  await tx.execute('delete from unfinished_seed');
}
