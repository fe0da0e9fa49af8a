import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACCOUNT_DEFAULTS, type AccountSettings, OtpChallenge } from '../../api/accounts/index.ts';
import { requestOtp } from '../../api/accounts/request-otp.ts';
import { verifyOtp } from '../../api/accounts/verify-otp.ts';
import { ANONYMOUS, type Context } from '../../api/platform/context.ts';
import { aPerson, aPhone } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';
import { codeFor, countOf, outcomeOf } from './sign-in-bench.ts';

describe('asking for a one-time code', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  let addresses = 0;
  /** A visitor from an address of their own, under limits of the test's own. */
  function visitor(settings: Partial<AccountSettings> = {}, remoteAddress?: string | null): Context {
    addresses += 1;
    return Object.assign(world.context(ANONYMOUS), {
      remoteAddress: remoteAddress === undefined ? `10.1.${addresses >> 8}.${addresses & 255}` : remoteAddress,
      accountSettings: { ...ACCOUNT_DEFAULTS, ...settings },
    });
  }

  test('a code is promised for five minutes, and the next one after a minute', async () => {
    const phone = aPhone();
    await expect(requestOtp(visitor(), { phone: phone.replace('+62', '0') })).resolves.toEqual({
      sentTo: phone,
      resendAfterSeconds: 60,
      expiresInSeconds: 300,
    });
    expect(await codeFor(world, phone)).toMatch(/^\d{6}$/);
  });

  test('the answer is the same whether the number is known or not', async () => {
    const known = await aPerson(world);
    const unknown = aPhone();
    const answers = await Promise.all([
      requestOtp(visitor(), { phone: known.account.phone ?? '' }),
      requestOtp(visitor(), { phone: unknown }),
    ]);
    expect({ ...answers[0], sentTo: '' }).toEqual({ ...answers[1], sentTo: '' });
  });

  test.each([['021 7721 0001'], ['+1 415 555 2671'], ['halo'], ['']])('%s gets no code', async (phone) => {
    expect(await outcomeOf(requestOtp(visitor(), { phone }))).toBe('PHONE_INVALID');
  });

  test('the pause before the next unused code doubles, and each refusal names what is left of it', async () => {
    const phone = aPhone();
    const ask = () => outcomeOf(requestOtp(visitor(), { phone }));
    expect(await ask()).toBe('done');
    world.clock.advance(20);
    expect(await ask()).toBe('TOO_MANY_REQUESTS {"seconds":40}');
    world.clock.advance(40);
    expect(await ask()).toBe('done');
    world.clock.advance(119);
    expect(await ask()).toBe('TOO_MANY_REQUESTS {"seconds":1}');
    world.clock.advance(1);
    expect(await ask()).toBe('done');
  });

  test('a number gets six unused codes in an hour and no seventh', async () => {
    const phone = aPhone();
    const ask = () => outcomeOf(requestOtp(visitor({ otpResendSeconds: 0 }), { phone }));
    for (let sent = 0; sent < 6; sent += 1) expect(await ask()).toBe('done');
    expect(await ask()).toBe('TOO_MANY_REQUESTS {"seconds":3600}');
    world.clock.advance(3600);
    expect(await ask()).toBe('done');
  });

  test('a number gets fifteen unused codes in a day and no sixteenth', async () => {
    const phone = aPhone();
    const ask = () => outcomeOf(requestOtp(visitor({ otpResendSeconds: 0 }), { phone }));
    for (let sent = 0; sent < 15; sent += 1) {
      expect(await ask()).toBe('done');
      world.clock.advance(1000);
    }
    expect(await ask()).toMatch(/^TOO_MANY_REQUESTS {"seconds":714\d\d}$/);
  });

  test('who reads the codes is not held back', async () => {
    const phone = aPhone();
    for (let visit = 0; visit < 8; visit += 1) {
      await requestOtp(visitor(), { phone });
      const code = await codeFor(world, phone);
      await verifyOtp(visitor(), { phone, code, consent: true });
    }
    expect(await outcomeOf(requestOtp(visitor(), { phone }))).toBe('done');
  });

  test('one address cannot ask for more than its share, whatever the numbers', async () => {
    const ask = (address: string) =>
      outcomeOf(requestOtp(visitor({ otpPerAddressHour: 3 }, address), { phone: aPhone() }));
    for (let sent = 0; sent < 3; sent += 1) expect(await ask('203.0.113.7')).toBe('done');
    expect(await ask('203.0.113.7')).toBe('TOO_MANY_REQUESTS {"seconds":3600}');
    expect(await ask('::ffff:203.0.113.7')).toMatch(/^TOO_MANY/);
    expect(await ask('203.0.113.8')).toBe('done');
  });

  test('a /64 of IPv6 is one address', async () => {
    const ask = (address: string) =>
      outcomeOf(requestOtp(visitor({ otpPerAddressHour: 2 }, address), { phone: aPhone() }));
    expect(await ask('2001:db8:0:7::1')).toBe('done');
    expect(await ask('2001:db8::7:0:0:0:2')).toBe('done');
    expect(await ask('2001:db8:0:7:ffff::9')).toMatch(/^TOO_MANY/);
    expect(await ask('2001:db8:0:8::1')).toBe('done');
  });

  test('a block of numbers cannot be pumped from many addresses', async () => {
    const ask = (end: string) => outcomeOf(requestOtp(visitor({ otpPerPrefixHour: 2 }), { phone: `+62899111${end}` }));
    expect(await ask('0001')).toBe('done');
    expect(await ask('0002')).toBe('done');
    expect(await ask('0003')).toMatch(/^TOO_MANY/);
  });

  test('forty requests for one number at once make one code', async () => {
    const phone = aPhone();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => outcomeOf(requestOtp(visitor(), { phone }))));
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
    expect(await world.context().em.count(OtpChallenge, { phone })).toBe(1);
  });

  test('forty requests from one address at once stop at its share', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, () =>
        outcomeOf(requestOtp(visitor({ otpPerAddressHour: 5 }, '198.51.100.9'), { phone: aPhone() })),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(5);
  });

  test('one code of a number is live at a time', async () => {
    const phone = aPhone();
    await requestOtp(visitor(), { phone });
    world.clock.advance(60);
    await requestOtp(visitor(), { phone, purpose: null });
    const live = await world.context().em.find(OtpChallenge, { phone, endedAt: null });
    expect(live).toHaveLength(1);
  });

  test('a refusal leaves no row behind', async () => {
    const phone = aPhone();
    await requestOtp(visitor(), { phone });
    const before = [await countOf(world, 'otp_challenge'), await countOf(world, 'event')];
    expect(await outcomeOf(requestOtp(visitor(), { phone }))).toMatch(/^TOO_MANY/);
    expect(await outcomeOf(requestOtp(visitor(), { phone: '12' }))).toBe('PHONE_INVALID');
    expect([await countOf(world, 'otp_challenge'), await countOf(world, 'event')]).toEqual(before);
  });

  test('neither the code nor the address stands in the database, nor the number in an event', async () => {
    const phone = aPhone();
    await requestOtp(visitor({}, '192.0.2.55'), { phone });
    const code = await codeFor(world, phone);
    const { read } = world.context();
    const rows = await read.rows('select * from otp_challenge where phone = $1', [phone]);
    expect(JSON.stringify(rows)).not.toContain('192.0.2.55');
    const values = Object.values(rows[0] ?? {}).map((value) =>
      value instanceof Date ? value.toISOString() : `${value}`,
    );
    expect(values.some((value) => value === code)).toBe(false);
    const events = await read.rows("select subject, facts from event where name = 'OtpRequested'");
    expect(JSON.stringify(events)).not.toContain(phone);
  });
});
