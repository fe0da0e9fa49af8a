import { LockMode } from '@mikro-orm/postgresql';
import { StoredCategory } from '../catalog/index.ts';
import type { Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { isIdempotencyKey, isSlug, keyOf } from '../platform/keys.ts';
import { oneLine } from '../platform/one-line.ts';
import { refuse } from '../platform/refusal.ts';
import { newToken, tokenHash } from '../platform/secrets.ts';
import { SellerStatus, StoredSeller } from '../sellers/index.ts';
import { managesCommunity } from './community-rules.ts';
import { kecamatanKeyOf } from './register-community.ts';
import { Widget, type WidgetTheme } from './widget.ts';

const LONGEST_TITLE = 80;
const MOST_ORIGINS = 20;
const MOST_SELLERS = 100;
/** How long the old key stays good after a rotation, in seconds: a day to change the site. */
const OLD_KEY_SECONDS = 24 * 60 * 60;

/** What a widget is to show, and where. */
export interface WidgetWanted {
  readonly title: string;
  readonly theme: WidgetTheme;
  readonly allowedOrigins: readonly string[];
  /** Slug; null for all of Depok. */
  readonly kecamatan: string | null;
  /** Path of a category; null for all. */
  readonly category: string | null;
  /** Slugs; empty for all. */
  readonly sellers: readonly string[];
}

/**
 * Makes a widget of a community that the caller manages; the same idempotencyKey gives the same widget. Refuses NOT_FOUND,
 * TITLE_INVALID, ORIGIN_INVALID, SCOPE_UNKNOWN, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_KEY_REUSED.
 */
export function createWidget(
  ctx: Context,
  communityId: string,
  idempotencyKey: string,
  wanted: WidgetWanted,
): Promise<Widget> {
  const communityKey = keyOf('Community', communityId);
  if (communityKey === null || !managesCommunity(ctx, communityKey)) refuse('NOT_FOUND', ['communityId']);
  if (!isIdempotencyKey(idempotencyKey)) refuse('IDEMPOTENCY_KEY_INVALID', ['idempotencyKey']);
  const inputHash = tokenHash(JSON.stringify({ ...wanted }));
  return inTransaction(ctx, async (tx) => {
    // Lock, then look: of two equal calls the second waits here.
    await tx.execute('select 1 from community where id = ? for update', [communityKey]);
    const made = await tx.findOne(Widget, { communityKey, idempotencyKey });
    if (made) return made.inputHash === inputHash ? made : refuse('IDEMPOTENCY_KEY_REUSED', ['idempotencyKey']);
    const widget = Object.assign(new Widget(), {
      ...(await settled(tx, wanted)),
      communityKey,
      idempotencyKey,
      inputHash,
      publishableKey: newKeyOfWidget(),
      createdAt: ctx.clock.now(),
    });
    tx.persist(widget);
    return widget;
  });
}

/** Changes a widget of a community that the caller manages, as a whole. Refuses NOT_FOUND, TITLE_INVALID, ORIGIN_INVALID, SCOPE_UNKNOWN. */
export function updateWidget(ctx: Context, widgetId: string, wanted: WidgetWanted): Promise<Widget> {
  return inTransaction(ctx, async (tx) => Object.assign(await lockOwn(tx, widgetId), await settled(tx, wanted)));
}

/** Gives a widget a new publishable key; the old one stays good for a day. Refuses NOT_FOUND. */
export function rotateWidgetKey(ctx: Context, widgetId: string): Promise<Widget> {
  return inTransaction(ctx, async (tx) => {
    const widget = await lockOwn(tx, widgetId);
    widget.previousKey = widget.publishableKey;
    widget.previousKeyUntil = new Date(ctx.clock.now().getTime() + OLD_KEY_SECONDS * 1000);
    widget.publishableKey = newKeyOfWidget();
    return widget;
  });
}

async function lockOwn(tx: Tx, widgetId: string): Promise<Widget> {
  const key = keyOf('Widget', widgetId);
  const widget = key === null ? null : await tx.findOne(Widget, { key }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!widget || !managesCommunity(tx.context, widget.communityKey)) refuse('NOT_FOUND', ['widgetId']);
  return widget;
}

async function settled(
  tx: Tx,
  { title, theme, allowedOrigins, kecamatan, category, sellers }: WidgetWanted,
): Promise<Pick<Widget, 'title' | 'theme' | 'allowedOrigins' | 'kecamatanKey' | 'categoryKey' | 'sellerKeys'>> {
  const heading = oneLine(title);
  if (heading.length < 1 || heading.length > LONGEST_TITLE) refuse('TITLE_INVALID', ['title']);
  const origins = [...new Set(allowedOrigins)];
  if (origins.length < 1 || allowedOrigins.length > MOST_ORIGINS) refuse('ORIGIN_INVALID', ['allowedOrigins']);
  const wrong = origins.findIndex((origin) => !isOrigin(origin));
  if (wrong >= 0) refuse('ORIGIN_INVALID', ['allowedOrigins', String(wrong)]);
  return {
    title: heading,
    theme,
    allowedOrigins: origins,
    kecamatanKey: await kecamatanKeyOf(tx, kecamatan),
    categoryKey: await categoryKeyOf(tx, category),
    sellerKeys: await sellerKeysOf(tx, sellers),
  };
}

/** As browsers send it: scheme, host and port, nothing else. */
function isOrigin(origin: string): boolean {
  return (
    /^https?:\/\//.test(origin) && origin.length <= 300 && URL.canParse(origin) && new URL(origin).origin === origin
  );
}

async function categoryKeyOf(tx: Tx, path: string | null): Promise<string | null> {
  if (path === null) return null;
  const category = path.split('/').every(isSlug) ? await tx.findOne(StoredCategory, { path }) : null;
  return category?.key ?? refuse('SCOPE_UNKNOWN', ['category']);
}

async function sellerKeysOf(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(slugs)];
  if (slugs.length > MOST_SELLERS || !wanted.every(isSlug)) refuse('SCOPE_UNKNOWN', ['sellers']);
  const sellers =
    wanted.length === 0
      ? []
      : await tx.find(StoredSeller, { slug: { $in: wanted }, status: { $ne: SellerStatus.APPLIED } });
  if (sellers.length < wanted.length) refuse('SCOPE_UNKNOWN', ['sellers']);
  return sellers.map(({ key }) => key).sort();
}

function newKeyOfWidget(): string {
  return `pk_${newToken()}`;
}
