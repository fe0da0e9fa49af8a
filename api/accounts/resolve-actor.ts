import type { Clock } from '../platform/clock.ts';
import { type Actor, ANONYMOUS, type Role } from '../platform/context.ts';
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

/** Who acts: one statement for a caller with a device token, none for a visitor. A wrong or ended token is a visitor. */
export async function resolveActor(credentials: Credentials, reader: Reader, clock: Clock): Promise<Actor> {
  const { deviceToken, cartToken, bearer } = credentials;
  const cartTokenHash = cartToken !== null && TOKEN.test(cartToken) ? tokenHash(cartToken) : null;
  const token = bearer ?? deviceToken;
  if (token === null || !TOKEN.test(token)) return { ...ANONYMOUS, cartTokenHash };
  const [found] = await reader.rows<{ key: string; device_key: string; roles: Role[] }>(
    `select a.id as key, d.id as device_key, coalesce(
        (select jsonb_agg(jsonb_build_object('role', m.role, 'subjectKey', m.subject_id)) from membership m where m.account_id = a.id),
        '[]') as roles
       from device d join account a on a.id = d.account_id
      where d.token_hash = $1 and d.signed_out_at is null and d.expires_at > $2 and a.erased_at is null`,
    [tokenHash(token), clock.now()],
    'accounts-resolve-actor',
  );
  if (!found) return { ...ANONYMOUS, cartTokenHash };
  return { kind: 'ACCOUNT', key: found.key, deviceKey: found.device_key, roles: found.roles, cartTokenHash };
}
