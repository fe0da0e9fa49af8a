import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resolveActor } from '../../api/accounts/index.ts';
import { ANONYMOUS } from '../../api/platform/context.ts';
import type { Reader } from '../../api/platform/database/reader.ts';
import { globalId } from '../../api/platform/keys.ts';
import { newToken, tokenHash } from '../../api/platform/secrets.ts';
import { aPerson, aPhone } from '../support/makers/accounts.ts';
import { openWorld, type World } from '../support/world.ts';
import { codeFor } from './sign-in-bench.ts';

const VERIFY = `mutation ($input: VerifyOtpInput!) { verifyOtp(input: $input) {
  viewer { account { phone name } devices { isCurrent label } needsConsent } accessToken userErrors { code field message } } }`;
const REQUEST = `mutation ($input: RequestOtpInput!) { requestOtp(input: $input) { sentTo userErrors { code field message } } }`;
const SIGN_OUT = `mutation ($input: SignOutInput!) { signOut(input: $input) { signedOut userErrors { code } } }`;

describe('signed-in devices', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());

  const nobody = { deviceToken: null, cartToken: null, bearer: null };

  /** A reader that counts its statements. */
  function counting(): Reader & { statements: number } {
    const { read } = world.context();
    const counter = {
      statements: 0,
      rows: <Row extends object>(...call: Parameters<Reader['rows']>) => {
        counter.statements += 1;
        return read.rows<Row>(...call);
      },
    };
    return counter;
  }

  async function post(document: string, variables: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${world.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: document, variables }),
    });
  }

  async function codeSent(): Promise<{ phone: string; code: string }> {
    const phone = aPhone();
    await world.request(REQUEST, { input: { phone } });
    return { phone, code: await codeFor(world, phone) };
  }

  test('who acts costs one statement, a visitor none', async () => {
    const person = await aPerson(world, { roles: [['CURATOR', null]] });
    const reader = counting();
    const actor = await resolveActor({ ...nobody, deviceToken: person.token }, reader, world.clock);
    expect(actor).toEqual(person.actor);
    expect(reader.statements).toBe(1);
    expect(await resolveActor(nobody, reader, world.clock)).toEqual(ANONYMOUS);
    expect(await resolveActor({ ...nobody, bearer: "' or 1=1 --" }, reader, world.clock)).toEqual(ANONYMOUS);
    expect(reader.statements).toBe(1);
  });

  test('a bearer token goes before the cookie, and the cart token comes along as its hash', async () => {
    const [a, b] = [await aPerson(world), await aPerson(world)];
    const cartToken = newToken();
    const credentials = { deviceToken: a.token, bearer: b.token, cartToken };
    const actor = await resolveActor(credentials, world.context().read, world.clock);
    expect(actor).toMatchObject({ key: b.account.key, cartTokenHash: tokenHash(cartToken) });
  });

  test('a page gets an http-only cookie and no token; what it may see is theirs at once', async () => {
    const { phone, code } = await codeSent();
    const input = { phone, code, consent: true, name: 'Bu Tini', deviceLabel: 'Ponsel dapur' };
    const response = await post(VERIFY, { input });
    const { data } = (await response.json()) as { data: { verifyOtp: Record<string, unknown> } };
    expect(data.verifyOtp).toEqual({
      viewer: {
        account: { phone, name: 'Bu Tini' },
        devices: [{ isCurrent: true, label: 'Ponsel dapur' }],
        needsConsent: false,
      },
      accessToken: null,
      userErrors: [],
    });
    const cookie = response.headers.getSetCookie().find((line) => line.startsWith('berjubel_device='));
    expect(cookie).toMatch(/^berjubel_device=[\w-]{43};.*HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
  });

  test('a client without cookies gets the token in the answer and no cookie', async () => {
    const { phone, code } = await codeSent();
    const answer = await world.request<{ verifyOtp: { accessToken: string } }>(VERIFY, {
      input: { phone, code, consent: true },
    });
    expect(answer.headers.getSetCookie()).toEqual([]);
    const token = answer.data.verifyOtp.accessToken;
    const viewer = await world.request('{ viewer { account { phone } } }', {}, { token });
    expect(viewer.data).toEqual({ viewer: { account: { phone } } });
  });

  test('a wrong code is a refusal in the language asked for, without a cookie', async () => {
    const { phone, code } = await codeSent();
    const wrong = code === '000000' ? '000001' : '000000';
    const answer = await world.request<{ verifyOtp: { userErrors: object[] } }>(
      VERIFY,
      { input: { phone, code: wrong, consent: true } },
      { headers: { 'accept-language': 'en' } },
    );
    expect(answer.status).toBe(200);
    expect(answer.data.verifyOtp.userErrors).toEqual([
      { code: 'CODE_WRONG', field: ['code'], message: 'Wrong code. Tries left: 4.' },
    ]);
  });

  test('a device that signed out is a visitor from then on, also for who copied its token', async () => {
    const person = await aPerson(world);
    const answer = await world.request(SIGN_OUT, { input: {} }, { token: person.token });
    expect(answer.data).toEqual({ signOut: { signedOut: true, userErrors: [] } });
    const stolen = await world.request('{ viewer { account { phone } } }', {}, { token: person.token });
    expect(stolen.data).toEqual({ viewer: null });
  });

  test('a stolen phone is signed out from another device of the same person', async () => {
    const { phone, code } = await codeSent();
    const first = await world.request<{ verifyOtp: { accessToken: string } }>(VERIFY, {
      input: { phone, code, consent: true },
    });
    await world.request(REQUEST, { input: { phone } });
    const again = await codeFor(world, phone);
    const second = await world.request<{ verifyOtp: { accessToken: string } }>(VERIFY, {
      input: { phone, code: again, consent: true },
    });
    const [mine, theirs] = [second.data.verifyOtp.accessToken, first.data.verifyOtp.accessToken];
    type Devices = { viewer: { devices: { id: string; isCurrent: boolean }[] } };
    const list = await world.request<Devices>('{ viewer { devices { id isCurrent } } }', {}, { token: mine });
    const stolen = list.data.viewer.devices.find(({ isCurrent }) => !isCurrent);
    await world.request(SIGN_OUT, { input: { deviceId: stolen?.id } }, { token: mine });
    const after = await world.request('{ viewer { account { phone } } }', {}, { token: theirs });
    expect(after.data).toEqual({ viewer: null });
    const left = await world.request<Devices>('{ viewer { devices { id isCurrent } } }', {}, { token: mine });
    expect(left.data.viewer.devices).toHaveLength(1);
  });

  test("another person's device looks as if it were not there", async () => {
    const [a, b] = [await aPerson(world), await aPerson(world)];
    const deviceId = globalId('Device', b.actor.deviceKey ?? '');
    const answer = await world.request(SIGN_OUT, { input: { deviceId } }, { token: a.token });
    expect(answer.data).toEqual({ signOut: { signedOut: null, userErrors: [{ code: 'NOT_FOUND' }] } });
    const node = await world.request('query ($id: ID!) { node(id: $id) { id } }', { id: deviceId }, { token: a.token });
    expect(node.data).toEqual({ node: null });
    const own = await world.request('{ viewer { account { phone } } }', {}, { token: b.token });
    expect(own.data).toEqual({ viewer: { account: { phone: b.account.phone } } });
  });

  test('a visitor who signs out is told to sign in', async () => {
    const answer = await world.request(SIGN_OUT, { input: {} });
    expect(answer.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('signing in as another person signs the first one out of this browser', async () => {
    const first = await aPerson(world);
    const { phone, code } = await codeSent();
    await post(VERIFY, { input: { phone, code, consent: true } }, { cookie: `berjubel_device=${first.token}` });
    const after = await world.request('{ viewer { account { phone } } }', {}, { token: first.token });
    expect(after.data).toEqual({ viewer: null });
  });

  test('a device is forgotten half a year after it was signed in', async () => {
    const { phone, code } = await codeSent();
    const signedIn = await world.request<{ verifyOtp: { accessToken: string } }>(VERIFY, {
      input: { phone, code, consent: true },
    });
    const bearer = signedIn.data.verifyOtp.accessToken;
    const at = (days: number) => ({ now: () => new Date(world.clock.now().getTime() + days * 24 * 3600 * 1000) });
    const { read } = world.context();
    expect((await resolveActor({ ...nobody, bearer }, read, at(179))).kind).toBe('ACCOUNT');
    expect((await resolveActor({ ...nobody, bearer }, read, at(180))).kind).toBe('ANONYMOUS');
  });

  test('neither number, code nor token reaches the log', async () => {
    const { phone, code } = await codeSent();
    const answer = await world.request<{ verifyOtp: { accessToken: string } }>(VERIFY, {
      input: { phone, code, consent: true },
    });
    await world.runJobs();
    for (const secret of [phone, phone.slice(1), phone.slice(3), answer.data.verifyOtp.accessToken])
      expect(world.logged()).not.toContain(secret);
    expect(world.logged()).not.toMatch(new RegExp(`\\b${code}\\b`));
  });
});
