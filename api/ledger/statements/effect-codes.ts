import type { Context } from '../../platform/context.ts';

/**
 * Finds the code that people know a movement by (of an order or a parcel) from its effect, in the order of the effects; null where
 * there is none. The ledger knows keys alone; whoever knows codes hands this in.
 */
export type EffectCodes = (ctx: Context, effects: readonly string[]) => Promise<readonly (string | null)[]>;

declare module '../../platform/context.ts' {
  interface Ports {
    readonly effectCodes: EffectCodes;
  }
}
