import { openApp } from '../../../api/app.ts';
import { readConfig } from '../../../api/config.ts';
import { systemClock } from '../../../api/platform/clock.ts';
import { type Actor, SYSTEM } from '../../../api/platform/context.ts';
import { createLog } from '../../../api/platform/http/log.ts';
import { globalId } from '../../../api/platform/keys.ts';
import type { Randomness } from '../../../simulators/stage/randomness.ts';
import { aCurator, aPerson } from '../../support/makers/accounts.ts';
import { aMarket } from '../../support/makers/orders.ts';
import { aReadyUpload } from '../../support/makers/uploads.ts';
import { aVoucher } from '../../support/makers/vouchers.ts';
import type { Stage } from './stage.ts';

/** Somebody who acts over the API. */
export interface Someone {
  readonly token: string;
  readonly accountKey: string;
}

/** A thing on sale. */
export interface Good {
  readonly variantId: string;
  readonly variantKey: string;
  /** Pieces at the beginning. */
  readonly initial: number;
}

/** What a run finds on the stage: shops of one thing each, a point, buyers, vouchers. */
export interface FilledMarket {
  readonly pointId: string;
  readonly operator: Someone;
  /** The operator's picture of something damaged. */
  readonly damagePhotoId: string;
  readonly curator: Someone;
  readonly shops: readonly { readonly sellerId: string; readonly owner: Someone; readonly good: Good }[];
  readonly buyers: readonly Someone[];
  /** Codes of vouchers: one for few orders in all, one for two orders of each buyer, one for few orders in a month. */
  readonly vouchers: readonly string[];
}

/** Fills an empty market. Of three things one is scarce, so that buyers meet at the last pieces. */
export async function fillStage(
  stage: Stage,
  { buyers, shops, random }: { buyers: number; shops: number; random: Randomness },
): Promise<FilledMarket> {
  const app = await openApp({
    config: readConfig({ DATABASE_URL: stage.urls.app }),
    databaseUrl: stage.urls.app,
    clock: systemClock,
    log: createLog('warn'),
    secret: 'the secret of the faults, long enough',
    providers: {
      midtransUrl: stage.midtrans,
      midtransPayerPages: stage.midtrans,
      whatsapp: { apiUrl: stage.whatsapp, version: 'v23.0', phoneNumberId: '1', ...NO_SECRETS, isReal: false },
    },
    simulators: null,
  });
  const world = { context: (actor: Actor = SYSTEM) => app.contextFor({ actor }) };
  try {
    const market = await aMarket(world, { shops, stock: 0, room: 1_000_000 });
    const stocked = market.stalls.map(({ goods }, at) => ({
      key: goods.variantKey,
      pieces: at % 3 === 0 ? 5 + random.below(20) : 100_000,
    }));
    await stage.rows(
      `update stock s set on_hand = t.pieces from jsonb_to_recordset($1::jsonb) as t(key uuid, pieces int) where s.variant_id = t.key`,
      [JSON.stringify(stocked)],
    );
    const people: Someone[] = [];
    for (let at = 0; at < buyers; at += 1) people.push(someone(await aPerson(world, { name: `Pembeli ${at}` })));
    return {
      pointId: market.pointId,
      operator: someone(market.operator),
      damagePhotoId: await aReadyUpload(world, market.operator),
      curator: someone(await aCurator(world)),
      shops: market.stalls.map(({ seller, owner, goods }, at) => ({
        sellerId: globalId('Seller', seller.key),
        owner: someone(owner),
        good: {
          variantId: globalId('Variant', goods.variantKey),
          variantKey: goods.variantKey,
          initial: stocked[at]?.pieces ?? 0,
        },
      })),
      buyers: people,
      vouchers: [
        await aVoucher(world, { limitTotal: 12 }),
        await aVoucher(world, { limitPerBuyer: 2 }),
        await aVoucher(world, { limitInPeriod: 12, period: 'MONTH' }),
      ].map(({ code }) => code),
    };
  } finally {
    await app.close();
  }
}

const NO_SECRETS = { token: 'none', appSecret: 'none', verifyToken: 'none' };

function someone({ token, account }: { token: string; account: { key: string } }): Someone {
  return { token, accountKey: account.key };
}
