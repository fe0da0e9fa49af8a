import { isCurator, memberOf } from '../accounts/index.ts';
import type { Context } from '../platform/context.ts';
import type { AccessRule } from '../platform/graphql/access.ts';
import { keyOf } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';

/** Whether the caller works at this point. */
export function isOperatorOfPoint(ctx: Context, pointKey: string): boolean {
  return memberOf(ctx, ['POINT_OPERATOR'], pointKey);
}

/** Operator of the point whose field is read. */
export const operatorOfPoint: AccessRule = {
  name: 'operator of the point',
  permits: (source: { readonly id: string }, ctx: Context) =>
    isOperatorOfPoint(ctx, keyOf('PickupPoint', source.id) ?? ''),
};

/** The key of a point that the caller works at, or any point for a curator. Refuses NOT_FOUND: not there and not yours look the same. */
export function ownPointKey(ctx: Context, pointId: string, field: readonly string[]): string {
  const pointKey = keyOf('PickupPoint', pointId);
  if (pointKey === null || !(isOperatorOfPoint(ctx, pointKey) || isCurator(ctx))) refuse('NOT_FOUND', field);
  return pointKey;
}
