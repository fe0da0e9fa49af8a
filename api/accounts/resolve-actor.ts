import type { Clock } from '../platform/clock.ts';
import { type Actor, ANONYMOUS, type Context, type Role } from '../platform/context.ts';
import type { Reader } from '../platform/database/reader.ts';
import { tokenHash } from '../platform/secrets.ts';

/** What a request may bring to say who it is; null for what it did not bring. */
export interface Credentials {
  /** Cookie `berjubel_device`. */
  readonly deviceToken: string | null;
  /** Cookie `berjubel_cart`. */
  readonly cartToken: string | null;
  /** Bearer token of the Authorization header; goes before the cookie. */
  readonly bearer: string | null;
}

/** 256 bits in base64url: anything else need not be looked up. */
const TOKEN = /^[\w-]{43}$/;

/** An account with its roles, by a device that is signed in. */
const DEVICE_IN_USE = `select a.id as key, d.id as device_key, coalesce(
    (select jsonb_agg(jsonb_build_object('role', m.role, 'subjectKey', m.subject_id)) from membership m where m.account_id = a.id),
    '[]') as roles
   from device d join account a on a.id = d.account_id
  where d.signed_out_at is null and d.expires_at > $2 and a.erased_at is null`;

interface Found {
  readonly key: string;
  readonly device_key: string;
  readonly roles: Role[];
}

function actorOf(found: Found | undefined, cartTokenHash: string | null): Actor {
  if (!found) return { ...ANONYMOUS, cartTokenHash };
  return { kind: 'ACCOUNT', key: found.key, deviceKey: found.device_key, roles: found.roles, cartTokenHash };
}

/** Who acts: one statement for a caller with a device token, none for a visitor. A wrong or ended token is a visitor. */
export async function resolveActor(credentials: Credentials, reader: Reader, clock: Clock): Promise<Actor> {
  const { deviceToken, cartToken, bearer } = credentials;
  const cartTokenHash = cartToken !== null && TOKEN.test(cartToken) ? tokenHash(cartToken) : null;
  const token = bearer ?? deviceToken;
  if (token === null || !TOKEN.test(token)) return { ...ANONYMOUS, cartTokenHash };
  const values = [tokenHash(token), clock.now()];
  const rows = await reader.rows<Found>(`${DEVICE_IN_USE} and d.token_hash = $1`, values, 'accounts-resolve-actor');
  return actorOf(rows[0], cartTokenHash);
}

/** Who acts, asked again while a request goes on (a subscription): signed out or less entitled than at its beginning. */
export async function presentActor({ actor, read, clock }: Context): Promise<Actor> {
  if (actor.kind !== 'ACCOUNT') return actor;
  const values = [actor.deviceKey, clock.now()];
  const rows = await read.rows<Found>(`${DEVICE_IN_USE} and d.id = $1`, values, 'accounts-present-actor');
  return actorOf(rows[0], actor.cartTokenHash);
}
