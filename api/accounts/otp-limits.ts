import { isIP } from 'node:net';
import type { Tx } from '../platform/database/transaction.ts';
import { refuse } from '../platform/refusal.ts';
import type { AccountSettings } from './account-settings.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Whom a code is counted against. */
export interface CountedAgainst {
  readonly phone: string;
  readonly phonePrefix: string;
  /** Null for callers without an address. */
  readonly addressHash: string | null;
}

/** The block of 10,000 numbers that a phone stands in. */
export function prefixOf(phone: string): string {
  return phone.slice(0, -4);
}

/** The part of an address that one caller holds: all of IPv4, the first 64 bits of IPv6. */
export function addressBlock(address: string): string {
  const bare = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(bare) !== 6) return bare;
  const [head = '', tail] = bare.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/** Holds back other requests that are counted against the same, until this transaction ends: nothing is counted twice. */
export async function lockCounters(tx: Tx, against: CountedAgainst): Promise<void> {
  const names = [
    `otp:phone:${against.phone}`,
    `otp:prefix:${against.phonePrefix}`,
    `otp:address:${against.addressHash}`,
  ];
  await tx.execute(
    `select pg_advisory_xact_lock(n.lock) from (
       select hashtextextended(name, 0) as lock from jsonb_array_elements_text(?::jsonb) as t(name) order by 1 offset 0) n`,
    [JSON.stringify(names)],
  );
}

/**
 * Seconds until a further code may be asked for after this one. Refuses TOO_MANY_REQUESTS with the seconds to wait.
 * Codes that were used do not count: whoever reads them is no abuser.
 */
export async function refuseTooMany(tx: Tx, against: CountedAgainst, settings: AccountSettings): Promise<number> {
  const caps = [
    { column: 'phone', value: against.phone, window: HOUR, most: settings.otpPerNumberHour },
    { column: 'phone', value: against.phone, window: DAY, most: settings.otpPerNumberDay },
    { column: 'phone_prefix', value: against.phonePrefix, window: HOUR, most: settings.otpPerPrefixHour },
    { column: 'address_hash', value: against.addressHash, window: HOUR, most: settings.otpPerAddressHour },
  ] as const;
  for (const { column, value, window, most } of caps) {
    if (value === null) continue;
    const { sent, oldest } = await unusedCodes(tx, column, value, window);
    if (sent >= most) refuse('TOO_MANY_REQUESTS', ['phone'], { seconds: Math.max(1, window - oldest) });
  }
  const { sent, newest } = await unusedCodes(tx, 'phone', against.phone, HOUR);
  const wait = sent === 0 ? 0 : pauseAfter(sent, settings) - newest;
  if (wait > 0) refuse('TOO_MANY_REQUESTS', ['phone'], { seconds: wait });
  return pauseAfter(sent + 1, settings);
}

function pauseAfter(sent: number, { otpResendSeconds, otpLongestResendSeconds }: AccountSettings): number {
  return Math.min(otpResendSeconds * 2 ** (sent - 1), otpLongestResendSeconds);
}

type Column = 'phone' | 'phone_prefix' | 'address_hash';

/** How many codes went out in a window and were not used, and the age of the oldest and the newest of them in seconds. */
async function unusedCodes(
  tx: Tx,
  column: Column,
  value: string,
  windowSeconds: number,
): Promise<{ sent: number; oldest: number; newest: number }> {
  const now = tx.context.clock.now();
  const [row] = await tx.execute<{ sent: number; oldest: number; newest: number }[]>(
    `select count(*)::int as sent,
            coalesce(floor(extract(epoch from ?::timestamptz - min(created_at))), 0)::int as oldest,
            coalesce(floor(extract(epoch from ?::timestamptz - max(created_at))), 0)::int as newest
       from otp_challenge where ${column} = ? and created_at > ? and ended_as is distinct from 'USED'`,
    [now, now, value, new Date(now.getTime() - windowSeconds * 1000)],
  );
  return row ?? { sent: 0, oldest: 0, newest: 0 };
}
