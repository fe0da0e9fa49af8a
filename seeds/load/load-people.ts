import { Account, grantRole, Locale, Membership, MembershipRole } from '../../api/accounts/index.ts';
import { Community, Widget } from '../../api/communities/index.ts';
import type { Tx } from '../../api/platform/database/transaction.ts';
import { newKey } from '../../api/platform/keys.ts';
import { SellerStatus, StoredSeller } from '../../api/sellers/index.ts';
import type { DemoCast, SeedPerson, SeedShop } from '../market-shape.ts';
import { DEMO_WIDGET_KEY } from './demo-site.ts';
import { insertRows, type RowsOf } from './insert-rows.ts';
import { keyOf, type PlaceKeys } from './load-places.ts';

const DAY_MS = 86_400_000;
/** Shops entered by one statement. */
const SHOPS_AT_ONCE = 1_000;

/** Enters shops with their owners, some at a time. */
export async function loadShops(tx: Tx, shops: Iterable<SeedShop>, places: PlaceKeys): Promise<void> {
  let batch: SeedShop[] = [];
  for (const shop of shops) {
    batch.push(shop);
    if (batch.length < SHOPS_AT_ONCE) continue;
    await insertRows(tx, ...shopRows(batch, places, tx.context.clock.now()));
    batch = [];
  }
  await insertRows(tx, ...shopRows(batch, places, tx.context.clock.now()));
}

function shopRows(shops: readonly SeedShop[], places: PlaceKeys, now: Date): readonly RowsOf[] {
  const entered = shops.map((shop) => ({ shop, key: newKey(), ownerKey: newKey() }));
  return [
    { entity: Account, rows: entered.map(({ shop, ownerKey }) => accountRow(shop.owner, ownerKey, now)) },
    {
      entity: StoredSeller,
      rows: entered.map(({ shop: { owner: _owner, openedDaysAgo, kelurahanCode, ...facts }, key }) => {
        const openedAt = new Date(now.getTime() - openedDaysAgo * DAY_MS);
        return {
          ...facts,
          key,
          kelurahanKey: keyOf(places.kelurahan, kelurahanCode),
          status: SellerStatus.VERIFIED,
          createdAt: openedAt,
          verifiedAt: openedAt,
        };
      }),
    },
    {
      entity: Membership,
      rows: entered.map(({ key, ownerKey }) => ({
        key: newKey(),
        accountKey: ownerKey,
        role: MembershipRole.SELLER_OWNER,
        subjectKey: key,
        createdAt: now,
      })),
    },
  ];
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

/** Enters people; gives their keys by phone. */
async function loadAccounts(tx: Tx, people: readonly SeedPerson[]): Promise<ReadonlyMap<string, string>> {
  const keys = new Map(people.map(({ phone }) => [phone, newKey()]));
  const now = tx.context.clock.now();
  await insertRows(tx, { entity: Account, rows: people.map((each) => accountRow(each, keyOf(keys, each.phone), now)) });
  return keys;
}

/** A person, marked as invented. */
function accountRow({ phone, name }: SeedPerson, key: string, createdAt: Date): object {
  return { key, phone, name, locale: Locale.ID, isDemo: true, createdAt };
}

function grant(tx: Tx, accountKey: string, role: `${MembershipRole}`, subjectKey: string | null): Promise<void> {
  return grantRole(tx, accountKey, role, subjectKey);
}
