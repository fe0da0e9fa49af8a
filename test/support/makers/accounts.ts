import { Consent, ConsentPurpose } from '../../../api/accounts/consent.ts';
import { Device } from '../../../api/accounts/device.ts';
import { Account, type Locale, Membership, type MembershipRole } from '../../../api/accounts/index.ts';
import type { Actor, Context } from '../../../api/platform/context.ts';
import { inTransaction } from '../../../api/platform/database/transaction.ts';
import { newToken, tokenHash } from '../../../api/platform/secrets.ts';

/** What a maker needs of a world. */
export interface Maker {
  context(actor?: Actor): Context;
}

/** A person as tests use one: in the database, as an actor for use cases, and with a token for requests. */
export interface Person {
  readonly account: Account;
  readonly actor: Actor;
  /** Bearer token of a signed-in device. */
  readonly token: string;
}

/** How a person differs from the usual one. */
export interface PersonAsked {
  readonly phone?: string;
  readonly name?: string;
  readonly locale?: Locale;
  readonly isDemo?: boolean;
  /** Roles and the rows they are held for. */
  readonly roles?: readonly (readonly [role: `${MembershipRole}`, subjectKey: string | null])[];
}

let people = 0;

/** A mobile number that no other maker of this test file gave. */
export function aPhone(): string {
  people += 1;
  return `+628770000${String(people).padStart(4, '0')}`;
}

/** A signed-in person who has agreed to the terms. */
export async function aPerson(world: Maker, asked: PersonAsked = {}): Promise<Person> {
  const ctx = world.context();
  const now = ctx.clock.now();
  const token = newToken();
  const { phone = aPhone(), name = 'Bu Tini Rahmawati', roles = [], locale, isDemo } = asked;
  return inTransaction(ctx, async (tx) => {
    const account = tx.create(Account, {
      phone,
      name,
      createdAt: now,
      ...(locale && { locale }),
      ...(isDemo && { isDemo }),
    });
    const accountKey = account.key;
    const device = tx.create(Device, {
      accountKey,
      tokenHash: tokenHash(token),
      label: 'Peramban',
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 3650 * 24 * 3600 * 1000),
    });
    const version = ctx.accountSettings.termsVersion;
    tx.create(Consent, { accountKey, purpose: ConsentPurpose.TERMS_AND_PRIVACY, version, givenAt: now });
    for (const [role, subjectKey] of roles)
      tx.create(Membership, { accountKey, role: role as MembershipRole, subjectKey, createdAt: now });
    await tx.flush();
    const held = roles.map(([role, subjectKey]) => ({ role, subjectKey }));
    const actor: Actor = { kind: 'ACCOUNT', key: accountKey, deviceKey: device.key, roles: held, cartTokenHash: null };
    return { account, actor, token };
  });
}

/** A curator of the city. */
export function aCurator(world: Maker): Promise<Person> {
  return aPerson(world, { name: 'Kurator Depok', roles: [['CURATOR', null]] });
}
