import { defineJob } from '../platform/jobs/define-job.ts';
import { CART_LIFE_SECONDS } from './cart-cookie.ts';

/** Carts that are deleted in one go, so that no lock lasts. */
const BATCH = 1000;
/** An empty guest cart is worth nothing to anyone; its client may still hold it for a day. */
const EMPTY_LIFE_SECONDS = 24 * 60 * 60;

/** Deletes guests' carts that were not touched for 90 days, empty ones after a day, and checkout tokens that are over. */
export const sweepCarts = defineJob<object>({
  name: 'carts.sweep',
  on: [],
  payload: () => null,
  attempts: 3,
  cron: '17 * * * *',
  async run(_payload, { em, clock }) {
    const before = (seconds: number): Date => new Date(clock.now().getTime() - seconds * 1000);
    await em.execute(
      `delete from cart where id in (
         select c.id from cart c where c.account_id is null
            and (c.updated_at < ? or (c.updated_at < ? and not exists (select from cart_line l where l.cart_id = c.id)))
          limit ${BATCH} for update skip locked)`,
      [before(CART_LIFE_SECONDS), before(EMPTY_LIFE_SECONDS)],
    );
    await em.execute('delete from checkout_token where expires_at < ?', [before(EMPTY_LIFE_SECONDS)]);
  },
});
