import DataLoader from 'dataloader';
import type { Context } from '../context.ts';

/** Loads one row; calls of one tick become one statement. */
export interface Loader<Key, Value> {
  (ctx: Context, key: Key): Promise<Value>;
  /** Hands in what another statement of this request has brought along, so that it need not be loaded. */
  prime(ctx: Context, key: Key, value: Value): void;
}

/** A batched load for field resolvers. `batch` answers in the order of its keys; results are kept for the request only. */
export function defineLoader<Key extends string | number, Value>(
  batch: (ctx: Context, keys: readonly Key[]) => Promise<readonly Value[]>,
): Loader<Key, Value> {
  const slot = {};
  const loaderOf = (ctx: Context): DataLoader<Key, Value> => {
    let loader = ctx.loaders.get(slot) as DataLoader<Key, Value> | undefined;
    if (!loader) {
      loader = new DataLoader<Key, Value>((keys) => batch(ctx, keys), { maxBatchSize: 500 });
      ctx.loaders.set(slot, loader);
    }
    return loader;
  };
  return Object.assign((ctx: Context, key: Key) => loaderOf(ctx).load(key), {
    prime: (ctx: Context, key: Key, value: Value) => void loaderOf(ctx).prime(key, value),
  });
}

/** Puts rows into the order of the keys that asked for them; what is missing is null. */
export function inOrder<Key, Row>(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOfRow: (row: Row) => Key,
): (Row | null)[] {
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}
