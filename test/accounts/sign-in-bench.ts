import { OtpChallenge, otpCodeOf } from '../../api/accounts/index.ts';
import { DomainError } from '../../api/platform/refusal.ts';
import type { World } from '../support/world.ts';

/** The code that is on its way to a number, as its owner will read it. */
export async function codeFor(world: World, phone: string): Promise<string> {
  const ctx = world.context();
  const challenge = await ctx.em.findOneOrFail(OtpChallenge, { phone }, { orderBy: { key: 'desc' } });
  return otpCodeOf(ctx, challenge.key);
}

/** A six-digit code that is not the one given. */
export function notThe(code: string, step = 1): string {
  return String((Number(code) + step) % 1_000_000).padStart(6, '0');
}

/** What a use case refused with, e.g. `CODE_WRONG {"left":4}`; `done` when it did not refuse. */
export async function outcomeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'done';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return Object.keys(error.values).length > 0 ? `${error.code} ${JSON.stringify(error.values)}` : error.code;
  }
}

/** How many rows a table holds. */
export async function countOf(world: World, table: string): Promise<number> {
  const [row] = await world.context().read.rows<{ rows: number }>(`select count(*)::int as rows from ${table}`);
  return row?.rows ?? 0;
}
