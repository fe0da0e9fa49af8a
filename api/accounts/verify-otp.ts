import type { Actor, Context } from '../platform/context.ts';
import { inTransaction, type Tx } from '../platform/database/transaction.ts';
import { appendEvent } from '../platform/jobs/events.ts';
import { newKey } from '../platform/keys.ts';
import { refuse } from '../platform/refusal.ts';
import { newToken, tokenHash } from '../platform/secrets.ts';
import { Account, Locale } from './account.ts';
import { nameOf } from './account-name.ts';
import { Consent, ConsentPurpose } from './consent.ts';
import { Device } from './device.ts';
import { Membership } from './membership.ts';
import { mobileOf } from './request-otp.ts';
import { tryOtp, useOtp } from './try-otp.ts';

const DAY_MS = 24 * 3600 * 1000;
const LONGEST_LABEL = 60;

/** What a person types to sign in. */
export interface CodeGiven {
  readonly phone: string;
  readonly code: string;
  readonly name?: string | null;
  /** Agreement to the present terms and privacy notice. */
  readonly consent: boolean;
  readonly marketingConsent?: boolean | null;
  readonly deviceLabel?: string | null;
}

/** A device that has just been signed in. */
export interface SignedIn {
  /** The account's actor, as the next request of this device will have it. */
  readonly actor: Actor;
  /** The device's secret: given out once, stored as a hash. */
  readonly token: string;
}

/**
 * Signs a device in with a code; the first time this makes the account. Refuses PHONE_INVALID, CODE_WRONG, CODE_EXPIRED,
 * CODE_LOCKED, NAME_TOO_LONG, and CONSENT_REQUIRED until the present terms are agreed to (the code then stays good).
 */
export async function verifyOtp(ctx: Context, input: CodeGiven): Promise<SignedIn> {
  const phone = mobileOf(input.phone);
  const name = nameOf(input.name);
  const challengeKey = await tryOtp(ctx, { phone, code: input.code, purpose: 'SIGN_IN', field: ['code'] });
  return inTransaction(ctx, async (tx) => {
    await useOtp(tx, challengeKey, ['code']);
    const account = await accountOf(tx, phone);
    account.name ??= name;
    await agree(tx, account, input);
    const { device, token } = await signDeviceIn(tx, account, input.deviceLabel ?? '');
    const memberships = await tx.find(Membership, { accountKey: account.key });
    await appendEvent(tx, 'SignedIn', { accountKey: account.key, deviceKey: device.key });
    const roles = memberships.map(({ role, subjectKey }) => ({ role, subjectKey }));
    return {
      actor: { ...ctx.actor, kind: 'ACCOUNT', key: account.key, deviceKey: device.key, roles },
      token,
    };
  });
}

/** The account of a number, made when there is none; locked, so that two first sign-ins at once are one account. */
async function accountOf(tx: Tx, phone: string): Promise<Account> {
  const { clock, language } = tx.context;
  await tx.execute(
    `insert into account (id, phone, locale, created_at) values (?, ?, ?, ?) on conflict (phone) do update set phone = excluded.phone`,
    [newKey(), phone, language === 'en' ? Locale.EN : Locale.ID, clock.now()],
  );
  return tx.findOneOrFail(Account, { phone });
}

/** Writes down what the person agreed to. Refuses CONSENT_REQUIRED while the present terms are not among it. */
async function agree(tx: Tx, account: Account, input: CodeGiven): Promise<void> {
  const { clock, accountSettings } = tx.context;
  const version = accountSettings.termsVersion;
  const given = await tx.find(Consent, { accountKey: account.key, version });
  const has = (purpose: ConsentPurpose): boolean => given.some((consent) => consent.purpose === purpose);
  const give = (purpose: ConsentPurpose): void => {
    if (!has(purpose)) tx.create(Consent, { accountKey: account.key, purpose, version, givenAt: clock.now() });
  };
  if (!has(ConsentPurpose.TERMS_AND_PRIVACY) && !input.consent) refuse('CONSENT_REQUIRED', ['consent'], { version });
  give(ConsentPurpose.TERMS_AND_PRIVACY);
  if (input.marketingConsent) give(ConsentPurpose.MARKETING);
}

/** Makes the device; whoever was signed in with this one before is signed out. */
async function signDeviceIn(tx: Tx, account: Account, label: string): Promise<{ device: Device; token: string }> {
  const { actor, clock, language, accountSettings } = tx.context;
  const now = clock.now();
  if (actor.deviceKey) await tx.nativeUpdate(Device, { key: actor.deviceKey, signedOutAt: null }, { signedOutAt: now });
  const token = newToken();
  const device = tx.create(Device, {
    accountKey: account.key,
    tokenHash: tokenHash(token),
    label: label.trim().slice(0, LONGEST_LABEL) || (language === 'en' ? 'Browser' : 'Peramban'),
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + accountSettings.deviceDays * DAY_MS),
  });
  return { device, token };
}
