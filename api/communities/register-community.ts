import { grantRole } from '../accounts/index.ts';
import { StoredKecamatan } from '../geography/index.ts';
import type { Actor, Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { isIdempotencyKey, isSlug, newKey } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { tokenHash } from '../platform/secrets.ts';
import { Community } from './community.ts';

/** Communities that one person may keep. */
const MOST_PER_PERSON = 10;
/** Counts up when a name is taken already, until chance has to help. */
const SLUG_TRIES = 50;

/** What a person says about the site of a community. */
export interface CommunityWanted {
  readonly name: string;
  readonly siteUrl: string;
  /** Slug of the kecamatan it is at home in, null for the whole city. */
  readonly kecamatan: string | null;
  readonly idempotencyKey: string;
}

/**
 * Registers the site of a community and makes the caller its manager; the same idempotencyKey of the same person gives the same
 * community. Refuses NAME_INVALID, SITE_INVALID, SCOPE_UNKNOWN, TOO_MANY_COMMUNITIES, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.
 */
export async function registerCommunity(ctx: Context, wanted: CommunityWanted): Promise<Community> {
  const founderKey = ctx.actor.key ?? '';
  const name = oneLine(wanted.name);
  if (!isIdempotencyKey(wanted.idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  if (name.length < 3 || name.length > 80) refuse('NAME_INVALID', ['name']);
  if (!isSite(wanted.siteUrl)) refuse('SITE_INVALID', ['siteUrl']);
  const inputHash = tokenHash(JSON.stringify({ ...wanted }));
  const community = await inTransaction(ctx, async (tx) => {
    // Lock, then look: of two equal calls the second waits here, and then finds what the first made.
    await tx.execute('select 1 from account where id = ? for update', [founderKey]);
    const { idempotencyKey, siteUrl } = wanted;
    const made = await tx.findOne(Community, { founderKey, idempotencyKey });
    if (made) return made.inputHash === inputHash ? made : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    if ((await tx.count(Community, { founderKey })) >= MOST_PER_PERSON)
      refuse('TOO_MANY_COMMUNITIES', [], { limit: MOST_PER_PERSON });
    const kecamatanKey = await kecamatanKeyOf(tx, wanted.kecamatan);
    const slug = await freeSlug(tx, name);
    const createdAt = ctx.clock.now();
    const kept = { slug, name, siteUrl, kecamatanKey, founderKey, idempotencyKey, inputHash, createdAt };
    const registered = Object.assign(new Community(), kept);
    await tx.persist(registered).flush();
    await grantRole(tx, founderKey, 'COMMUNITY_MANAGER', registered.key);
    return registered;
  });
  managesFromNowOn(ctx, community.key);
  return community;
}

/** The key of a kecamatan by slug; null for null. Refuses SCOPE_UNKNOWN. */
export async function kecamatanKeyOf(tx: Tx, slug: string | null): Promise<string | null> {
  if (slug === null) return null;
  const kecamatan = isSlug(slug) ? await tx.findOne(StoredKecamatan, { slug }) : null;
  return kecamatan?.key ?? refuse('SCOPE_UNKNOWN', ['kecamatan']);
}

function isSite(address: string): boolean {
  return address.length <= 500 && /^https?:\/\//.test(address) && URL.canParse(address);
}

async function freeSlug(tx: Tx, name: string): Promise<string> {
  const words = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = words.slice(0, 60).replace(/-+$/, '') || 'komunitas';
  // Two new names at once wait for each other here instead of breaking on the unique slug.
  await tx.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`community:${base}`]);
  for (let count = 1; count <= SLUG_TRIES; count += 1) {
    const slug = count === 1 ? base : `${base}-${count}`;
    if ((await tx.count(Community, { slug })) === 0) return slug;
  }
  return `${base}-${newKey().slice(-12)}`;
}

/** The rest of this request acts as the manager, so that the payload shows what managers see. */
function managesFromNowOn(ctx: Context, communityKey: string): void {
  const roles = [...ctx.actor.roles, { role: 'COMMUNITY_MANAGER', subjectKey: communityKey }];
  (ctx as { actor: Actor }).actor = { ...ctx.actor, roles };
}
