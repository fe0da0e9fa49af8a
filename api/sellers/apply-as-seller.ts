import { grantRole, openTask } from '../accounts/index.ts';
import type { GeoPointInput } from '../geography/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { isIdempotencyKey, newKey } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { tokenHash } from '../platform/secrets.ts';
import { slugOf } from '../platform/slug-of.ts';
import { halalCertificate, shopAddress, shopDescription, shopName, shopPlace } from './seller-particulars.ts';
import { SellerStatus, StoredSeller } from './stored-seller.ts';

/** Shops that one person may have waiting for a curator. */
const WAITING_PER_PERSON = 3;

/** What a person says about the shop they want to open. */
export interface ShopApplication {
  readonly name: string;
  readonly description: string;
  readonly kelurahanId: string;
  readonly address: string;
  /** The middle of the kelurahan when left out. */
  readonly location?: GeoPointInput | null;
  readonly halalCertificate?: string | null;
  readonly idempotencyKey: string;
}

/**
 * Makes a shop that waits for a curator, owned by the caller; the same idempotencyKey of the same person gives the same
 * shop. Refuses what is wrong with the particulars, IDEMPOTENCY_KEY_REUSED and
 * TOO_MANY_APPLICATIONS. Gives the shop's key.
 */
export async function applyAsSeller(ctx: Context, input: ShopApplication): Promise<string> {
  const accountKey = ctx.actor.key ?? '';
  if (!isIdempotencyKey(input.idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  const applicationHash = tokenHash(JSON.stringify({ ...input }));
  return inTransaction(ctx, async (tx) => {
    // Lock, then look: of two equal calls the second waits here, and then finds the shop of the first.
    await tx.execute('select 1 from account where id = ? for update', [accountKey]);
    const made = await tx.findOne(StoredSeller, { applicantKey: accountKey, idempotencyKey: input.idempotencyKey });
    if (made)
      return made.applicationHash === applicationHash ? made.key : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    const waiting = await tx.count(StoredSeller, { applicantKey: accountKey, status: SellerStatus.APPLIED });
    if (waiting >= WAITING_PER_PERSON) refuse('TOO_MANY_APPLICATIONS', [], { limit: WAITING_PER_PERSON });
    const name = shopName(input.name);
    const seller = tx.create(StoredSeller, {
      slug: await freeSlug(tx, name),
      name,
      description: shopDescription(input.description),
      ...(await shopPlace(tx, input.kelurahanId, input.location ?? null)),
      address: shopAddress(input.address),
      halalCertificate: halalCertificate(input.halalCertificate ?? null),
      applicantKey: accountKey,
      idempotencyKey: input.idempotencyKey,
      applicationHash,
      createdAt: ctx.clock.now(),
    });
    await tx.flush();
    await grantRole(tx, accountKey, 'SELLER_OWNER', seller.key);
    await openTask(tx, {
      kind: 'SELLER_VERIFICATION',
      title: `Toko baru: ${name}`,
      detail: 'Periksa alamat dan usahanya, lalu sahkan atau tolak.',
      subject: { sellerKey: seller.key },
      once: verificationOf(seller.key),
    });
    await appendEvent(tx, 'SellerApplied', { sellerKey: seller.key });
    return seller.key;
  });
}

/** The cause of the curator's task to look at a shop. */
export function verificationOf(sellerKey: string): string {
  return `seller-verification:${sellerKey}`;
}

/** An address for a name: its letters and digits; with an ending of chance when it is taken. */
async function freeSlug(tx: Tx, name: string): Promise<string> {
  const plain = slugOf(name) || 'toko';
  const taken = await tx.count(StoredSeller, { slug: plain });
  return taken === 0 ? plain : `${plain}-${newKey().slice(-6)}`;
}
