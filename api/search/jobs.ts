import type { Context } from '../platform/context.ts';
import { defineJob } from '../platform/jobs/define-job.ts';

/** Shows a product to searchers as it now is, or no longer. Waiting changes of one product become one run. */
export const indexProduct = defineJob<{ productKey: string }>({
  name: 'search.indexProduct',
  on: ['ProductPublished', 'ProductUpdated', 'ProductArchived', 'ProductBlocked', 'ProductRated'],
  payload: ({ subject }) => (subject.productKey ? { productKey: subject.productKey } : null),
  key: ({ productKey }) => productKey,
  attempts: 12,
  run: ({ productKey }, ctx) => ctx.search.put(ctx, [productKey]),
});

/** Shows how much of a product is left, and was sold. Stock changes far more often than all else, so this touches nothing else. */
export const indexStock = defineJob<{ productKey: string }>({
  name: 'search.indexStock',
  on: ['StockChanged', 'ProductSold'],
  payload: ({ subject }) => (subject.productKey ? { productKey: subject.productKey } : null),
  key: ({ productKey }) => productKey,
  attempts: 12,
  run: ({ productKey }, ctx) => ctx.search.restock(ctx, [productKey]),
});

/** Products of a shop that one transaction shows anew: changes of other shops wait no longer than for these. */
const AT_ONCE = 200;

/** Shows all products of a shop as they now are: its name, its place, its points, or that it may no longer sell. */
export const indexSeller = defineJob<{ sellerKey: string }>({
  name: 'search.indexSeller',
  on: ['SellerUpdated', 'SellerVerified', 'SellerSuspended', 'SellerPointsChanged'],
  payload: ({ subject }) => (subject.sellerKey ? { sellerKey: subject.sellerKey } : null),
  key: ({ sellerKey }) => sellerKey,
  attempts: 12,
  async run({ sellerKey }, ctx) {
    const products = await ctx.read.rows<{ id: string }>('select id from product where seller_id = $1', [sellerKey]);
    for (let at = 0; at < products.length; at += AT_ONCE)
      await ctx.search.put(
        ctx,
        products.slice(at, at + AT_ONCE).map(({ id }) => id),
      );
    await ctx.search.refresh(ctx);
  },
});

/** Shows pickup points in the facets as they now are. */
export const refreshFacets = defineJob<Record<string, never>>({
  name: 'search.refreshFacets',
  on: ['PickupPointChanged'],
  payload: () => ({}),
  key: () => 'all',
  attempts: 12,
  run: (_, ctx) => ctx.search.refresh(ctx),
});

/** Hands the second engine what it could not take when it changed. */
export const followChanges = defineJob<Record<string, never>>({
  name: 'search.followChanges',
  on: [],
  payload: () => null,
  attempts: 1,
  cron: '* * * * *',
  run: (_, ctx) => ctx.search.follow(ctx),
});

/** Compares what is findable with the catalogue every night at 02:20 WIB and repairs it. */
export const checkSearch = defineJob<Record<string, never>>({
  name: 'search.checkSearch',
  on: [],
  payload: () => null,
  attempts: 3,
  cron: '20 19 * * *',
  async run(_, ctx) {
    const repaired = await ctx.search.check(ctx);
    if (repaired > 0) ctx.log.warn({ repaired }, 'the search differed from the catalogue and was repaired');
  },
});

/** Makes the whole search anew from the catalogue, for the seeds and for repairs. */
export function reindexAll(ctx: Context, onProgress?: (done: number, of: number) => void): Promise<boolean> {
  return ctx.search.rebuild(ctx, onProgress);
}
