import type { Context } from '../platform/context.ts';
import type { Reader } from '../platform/database/reader.ts';
import type { Tx } from '../platform/database/transaction.ts';
import { defineLoader, inOrder } from '../platform/graphql/loader.ts';
import { Community } from './community.ts';
import { Widget } from './widget.ts';

/** A community by key; null when there is none. Batched. */
export const communityByKey = defineLoader<string, Community | null>(async (ctx, keys) => {
  const communities = await ctx.em.fork().find(Community, { key: { $in: [...keys] } });
  return inOrder(keys, communities, ({ key }) => key);
});

/** A widget by key; null when there is none. Batched. */
export const widgetByRawKey = defineLoader<string, Widget | null>(async (ctx, keys) => {
  const widgets = await ctx.em.fork().find(Widget, { key: { $in: [...keys] } });
  return inOrder(keys, widgets, ({ key }) => key);
});

/** The community of a widget, by the widget's raw key; null when there is none. Batched. */
export async function communityOfWidget(ctx: Context, widgetKey: string): Promise<Community | null> {
  const widget = await widgetByRawKey(ctx, widgetKey);
  return widget && communityByKey(ctx, widget.communityKey);
}

/** Key of the community of a widget, by the widget's raw key; null when there is none. */
export async function communityKeyOf(tx: Tx, widgetKey: string): Promise<string | null> {
  const widget = await tx.findOne(Widget, { key: widgetKey }, { fields: ['communityKey'] });
  return widget?.communityKey ?? null;
}

/** The widget with this publishable key, also by its last key for a day after a rotation; null when there is none. */
export async function widgetByKey(ctx: Context, publishableKey: string): Promise<Widget | null> {
  if (!/^[\w-]{1,100}$/.test(publishableKey)) return null;
  return ctx.em.fork().findOne(Widget, {
    $or: [{ publishableKey }, { previousKey: publishableKey, previousKeyUntil: { $gt: ctx.clock.now() } }],
  });
}

/** The widgets of a community, oldest first. Batched. */
export const widgetsOf = defineLoader<string, Widget[]>(async (ctx, keys) => {
  const widgets = await ctx.em.fork().find(Widget, { communityKey: { $in: [...keys] } }, { orderBy: { key: 'asc' } });
  return keys.map((key) => widgets.filter(({ communityKey }) => communityKey === key));
});

/** Whether pages of this origin (scheme, host and port) may call the API from the browser: some widget names it, exactly. */
export async function isAllowedOrigin(read: Reader, origin: string): Promise<boolean> {
  if (origin.length > 300) return false;
  const rows = await read.rows(
    'select 1 from widget where allowed_origins @> array[$1::text] limit 1',
    [origin],
    'communities-allowed-origin',
  );
  return rows.length > 0;
}
