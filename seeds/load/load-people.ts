import { Account, grantRole, Locale, type MembershipRole } from '../../api/accounts/index.ts';
import { Community, Widget } from '../../api/communities/index.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { SellerStatus, StoredSeller } from '../../api/sellers/index.ts';
import type { DemoCast, SeedPerson, SeedShop } from '../market-shape.ts';
import { keyOf, type PlaceKeys } from './load-places.ts';

/** The key of the demo community's widget; public by nature, the same in every demo. */
export const DEMO_WIDGET_KEY = 'pk_demo_warga-rw-05-beji-depok';

/** Hours of a day, in milliseconds. */
const DAY_MS = 86_400_000;

/** Enters shops with their owners; gives the shops' keys by slug. */
export async function loadShops(
  tx: Tx,
  shops: readonly SeedShop[],
  places: PlaceKeys,
): Promise<ReadonlyMap<string, string>> {
  const now = tx.context.clock.now();
  const owners = await loadAccounts(
    tx,
    shops.map(({ owner }) => owner),
  );
  const rows = shops.map(({ owner: _owner, openedDaysAgo, kelurahanCode, ...facts }) => {
    const openedAt = new Date(now.getTime() - openedDaysAgo * DAY_MS);
    return {
      ...facts,
      key: newKey(),
      kelurahanKey: keyOf(places.kelurahan, kelurahanCode),
      status: SellerStatus.VERIFIED,
      applicantKey: null,
      idempotencyKey: null,
      createdAt: openedAt,
      verifiedAt: openedAt,
      holidayUntil: null,
    };
  });
  await tx.insertMany(StoredSeller, rows);
  const keys = new Map(rows.map(({ slug, key }) => [slug, key]));
  for (const { slug, owner } of shops) await grant(tx, keyOf(owners, owner.phone), 'SELLER_OWNER', keyOf(keys, slug));
  return keys;
}

/** Enters the fixed people of the demo with what they may do, and the community with its widget. */
export async function loadCast(
  tx: Tx,
  cast: DemoCast,
  keys: { places: PlaceKeys; points: ReadonlyMap<string, string> },
  communitySiteUrl: string,
): Promise<void> {
  const people = [cast.buyer, ...cast.operators, cast.curator, cast.communityManager];
  const accounts = await loadAccounts(tx, people);
  for (const { phone, pointSlug } of cast.operators)
    await grant(tx, keyOf(accounts, phone), 'POINT_OPERATOR', keyOf(keys.points, pointSlug));
  await grant(tx, keyOf(accounts, cast.curator.phone), 'CURATOR', null);
  const managerKey = keyOf(accounts, cast.communityManager.phone);
  const now = tx.context.clock.now();
  const { slug, name, kecamatanSlug, widgetTitle } = cast.community;
  const communityKey = newKey();
  const seeded = { idempotencyKey: 'seed', inputHash: 'seed', createdAt: now };
  const kecamatanKey = keyOf(keys.places.kecamatan, kecamatanSlug);
  await tx.insert(Community, {
    key: communityKey,
    slug,
    name,
    siteUrl: communitySiteUrl,
    kecamatanKey,
    founderKey: managerKey,
    ...seeded,
  });
  await grant(tx, managerKey, 'COMMUNITY_MANAGER', communityKey);
  await tx.insert(Widget, {
    key: newKey(),
    communityKey,
    title: widgetTitle,
    theme: 'AUTO',
    publishableKey: DEMO_WIDGET_KEY,
    previousKey: null,
    previousKeyUntil: null,
    allowedOrigins: [new URL(communitySiteUrl).origin],
    kecamatanKey,
    categoryKey: null,
    sellerKeys: [],
    ...seeded,
  });
}

/** Keeps the demo's community site where it is reached now: another port is another origin. Changes nothing in other markets. */
export async function moveDemoSite(tx: Tx, communitySiteUrl: string): Promise<void> {
  await tx.execute('update widget set allowed_origins = array[?]::text[] where publishable_key = ?', [
    new URL(communitySiteUrl).origin,
    DEMO_WIDGET_KEY,
  ]);
  await tx.execute(
    'update community set site_url = ? where id = (select community_id from widget where publishable_key = ?)',
    [communitySiteUrl, DEMO_WIDGET_KEY],
  );
}

/** Enters people, all marked as invented; gives their keys by phone. */
async function loadAccounts(tx: Tx, people: readonly SeedPerson[]): Promise<ReadonlyMap<string, string>> {
  const createdAt = tx.context.clock.now();
  const rows = people.map(({ phone, name }) => ({
    key: newKey(),
    phone,
    name,
    locale: Locale.ID,
    isDemo: true,
    createdAt,
    erasedAt: null,
  }));
  await tx.insertMany(Account, rows);
  return new Map(rows.map(({ phone, key }) => [phone, key]));
}

function grant(tx: Tx, accountKey: string, role: `${MembershipRole}`, subjectKey: string | null): Promise<void> {
  return grantRole(tx, accountKey, role, subjectKey);
}
