import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Consent } from '../../api/accounts/consent.ts';
import { Device } from '../../api/accounts/device.ts';
import { forgetOldOtps } from '../../api/accounts/forget-otps.ts';
import { Account, Locale, OtpChallenge } from '../../api/accounts/index.ts';
import { requestOtp } from '../../api/accounts/request-otp.ts';
import { tryOtp, useOtp } from '../../api/accounts/try-otp.ts';
import { verifyOtp } from '../../api/accounts/verify-otp.ts';
import { ANONYMOUS, type Context } from '../../api/platform/context.ts';
import { inTransaction } from '../../api/platform/database/transaction.ts';
import { tokenHash } from '../../api/platform/secrets.ts';
import { aPerson, aPhone } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';
import { codeFor, countOf, notThe, outcomeOf } from './sign-in-bench.ts';

describe('signing in with a one-time code', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const visitor = (): Context => world.context(ANONYMOUS);

  async function waiting(): Promise<{ phone: string; code: string }> {
    const phone = aPhone();
    await requestOtp(visitor(), { phone });
    return { phone, code: await codeFor(world, phone) };
  }

  const give = (phone: string, code: string) => outcomeOf(verifyOtp(visitor(), { phone, code, consent: true }));

  test('the right code makes the account, the device and the consent, and tells carts', async () => {
    const { phone, code } = await waiting();
    const { actor, token } = await verifyOtp(visitor(), { phone, code, name: '  Bu  Tini ', consent: true });
    const ctx = visitor();
    const account = await ctx.em.findOneOrFail(Account, { phone });
    expect(account).toMatchObject({ key: actor.key, name: 'Bu Tini', isDemo: false, locale: Locale.ID });
    const device = await ctx.em.findOneOrFail(Device, { accountKey: account.key });
    expect(device).toMatchObject({ key: actor.deviceKey, tokenHash: tokenHash(token) });
    const consents = await ctx.em.find(Consent, { accountKey: account.key });
    expect(consents.map(({ purpose, version }) => [purpose, version])).toEqual([['TERMS_AND_PRIVACY', '2026-11-01']]);
    const events = await ctx.read.rows(
      "select subject from event where name = 'SignedIn' and subject->>'accountKey' = $1",
      [account.key],
    );
    expect(events).toHaveLength(1);
  });

  test('a code written with a space or a dash is taken', async () => {
    const { phone, code } = await waiting();
    expect(await give(phone, `${code.slice(0, 3)} - ${code.slice(3)}`)).toBe('done');
  });

  test('each wrong code names the tries left, the fifth locks it, and then the right one is worth nothing', async () => {
    const { phone, code } = await waiting();
    const outcomes = [];
    for (let step = 1; step <= 5; step += 1) outcomes.push(await give(phone, notThe(code, step)));
    expect(outcomes).toEqual([...[4, 3, 2, 1].map((left) => `CODE_WRONG {"left":${left}}`), 'CODE_LOCKED']);
    expect(await give(phone, code)).toBe('CODE_LOCKED');
    expect(await visitor().em.count(Account, { phone })).toBe(0);
  });

  test('a hundred guesses at once are five, also when the right code is among them', async () => {
    const { phone, code } = await waiting();
    const guesses = Array.from({ length: 100 }, (_, step) => give(phone, notThe(code, step + 1)));
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter((outcome) => outcome.startsWith('CODE_WRONG'))).toHaveLength(4);
    expect(outcomes.filter((outcome) => outcome === 'CODE_LOCKED')).toHaveLength(96);
  });

  test('of a hundred right submissions at once exactly one wins, and the account is one', async () => {
    const { phone, code } = await waiting();
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => give(phone, code)));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(outcomes.every((outcome) => /^(done|CODE_EXPIRED|CODE_LOCKED)$/.test(outcome))).toBe(true);
    const account = await visitor().em.findOneOrFail(Account, { phone });
    expect(await visitor().em.count(Device, { accountKey: account.key })).toBe(1);
  });

  test('using a code up twice at once succeeds once, whoever counted the tries', async () => {
    const { phone } = await waiting();
    const { key } = await visitor().em.findOneOrFail(OtpChallenge, { phone });
    const uses = Array.from({ length: 10 }, () =>
      outcomeOf(inTransaction(visitor(), (tx) => useOtp(tx, key, ['code']))),
    );
    const outcomes = await Promise.all(uses);
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  });

  test('a code dies after five minutes, not before', async () => {
    const early = await waiting();
    world.clock.advance(299);
    expect(await give(early.phone, early.code)).toBe('done');
    const late = await waiting();
    world.clock.advance(300);
    expect(await give(late.phone, late.code)).toBe('CODE_EXPIRED');
    expect(await give(late.phone, notThe(late.code))).toBe('CODE_EXPIRED');
  });

  test('a code that ran out between the try and its use is not used', async () => {
    const { phone } = await waiting();
    const { key } = await visitor().em.findOneOrFail(OtpChallenge, { phone });
    world.clock.advance(301);
    expect(await outcomeOf(inTransaction(visitor(), (tx) => useOtp(tx, key, ['code'])))).toBe('CODE_EXPIRED');
  });

  test('a newer code ends the older one', async () => {
    const { phone, code: older } = await waiting();
    world.clock.advance(60);
    await requestOtp(visitor(), { phone });
    const newer = await codeFor(world, phone);
    expect(await give(phone, older)).toBe(older === newer ? 'done' : 'CODE_WRONG {"left":4}');
    expect(await give(phone, newer)).toBe('done');
  });

  test('a code works once', async () => {
    const { phone, code } = await waiting();
    expect(await give(phone, code)).toBe('done');
    expect(await give(phone, code)).toBe('CODE_EXPIRED');
  });

  test('the code of one number opens no other, and nobody without a code gets in', async () => {
    const mine = await waiting();
    const theirs = await waiting();
    expect(await give(theirs.phone, mine.code)).toMatch(/^CODE_WRONG/);
    expect(await give(aPhone(), mine.code)).toBe('CODE_EXPIRED');
    expect(await give('021 7721 0001', mine.code)).toBe('PHONE_INVALID');
  });

  test('a code for one purpose is worth nothing for another', async () => {
    const { phone, code } = await waiting();
    const unlock = { phone, code, purpose: 'UNLOCK_COLLECTION', field: ['otp'] } as const;
    expect(await outcomeOf(tryOtp(visitor(), unlock))).toBe('CODE_EXPIRED');
    expect(await give(phone, code)).toBe('done');
  });

  test('without consent to the present terms the first sign-in is refused, leaves nothing, and the code stays good', async () => {
    const { phone, code } = await waiting();
    const before = [await countOf(world, 'account'), await countOf(world, 'device'), await countOf(world, 'event')];
    const refused = verifyOtp(visitor(), { phone, code, consent: false });
    expect(await outcomeOf(refused)).toBe('CONSENT_REQUIRED {"version":"2026-11-01"}');
    expect([await countOf(world, 'account'), await countOf(world, 'device'), await countOf(world, 'event')]).toEqual(
      before,
    );
    expect(await give(phone, code)).toBe('done');
  });

  test('who agreed once is asked again only when the terms change', async () => {
    const { account } = await aPerson(world, { phone: aPhone() });
    const phone = account.phone ?? '';
    await requestOtp(visitor(), { phone });
    const again = await codeFor(world, phone);
    expect(await outcomeOf(verifyOtp(visitor(), { phone, code: again, consent: false }))).toBe('done');
    await requestOtp(visitor(), { phone });
    const code = await codeFor(world, phone);
    const changed = visitor();
    Object.assign(changed, { accountSettings: { ...changed.accountSettings, termsVersion: '2027-01-01' } });
    const refused = outcomeOf(verifyOtp(changed, { phone, code, consent: false }));
    expect(await refused).toBe('CONSENT_REQUIRED {"version":"2027-01-01"}');
  });

  test('consent to offers is written down only when it is given', async () => {
    const { phone, code } = await waiting();
    await verifyOtp(visitor(), { phone, code, consent: true, marketingConsent: true });
    const account = await visitor().em.findOneOrFail(Account, { phone });
    const purposes = (await visitor().em.find(Consent, { accountKey: account.key })).map(({ purpose }) => purpose);
    expect(purposes.sort()).toEqual(['MARKETING', 'TERMS_AND_PRIVACY']);
  });

  test('codes are forgotten after two days', async () => {
    const { phone } = await waiting();
    world.clock.advance(2 * 24 * 3600 - 1);
    await forgetOldOtps(visitor());
    expect(await visitor().em.count(OtpChallenge, { phone })).toBe(1);
    world.clock.advance(2);
    await forgetOldOtps(visitor());
    expect(await visitor().em.count(OtpChallenge, { phone })).toBe(0);
  });
});
