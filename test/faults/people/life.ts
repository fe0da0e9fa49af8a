import type { Randomness } from '../../../simulators/stage/randomness.ts';
import type { FilledMarket, Someone } from '../stage/fill.ts';
import type { Clients } from './client.ts';

/** What those who serve need. */
export interface StaffLife {
  readonly clients: Clients;
  readonly market: FilledMarket;
  readonly random: Randomness;
  readonly isOver: () => boolean;
  /** The present instant on the stage. */
  readonly now: () => Date;
  /** Buyers at the counter, with the codes of their orders. */
  readonly coming: { readonly who: Someone; readonly code: string }[];
}
