import { v7 as uuidv7, validate } from 'uuid';

/** A new primary key: uuid v7, made in the application, ordered by time of making. */
export function newKey(): string {
  return uuidv7();
}

/** The opaque public id of a row: type and key, base64url. Stable for the life of the row. */
export function globalId(type: string, key: string): string {
  return Buffer.from(`${type}:${key}`, 'utf8').toString('base64url');
}

/** Takes a public id apart; null when it is not one of ours, so that a wrong id and an unknown row look the same. */
export function parseGlobalId(id: string): { type: string; key: string } | null {
  if (id.length > 200) return null;
  const text = Buffer.from(id, 'base64url').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1) return null;
  const type = text.slice(0, colon);
  const key = text.slice(colon + 1);
  return /^[A-Za-z]+$/.test(type) && validate(key) ? { type, key } : null;
}

/** The key in a public id of the type asked for; null for anything else. */
export function keyOf(type: string, id: string): string | null {
  const parsed = parseGlobalId(id);
  return parsed?.type === type ? parsed.key : null;
}

/** The most characters of an idempotency key. */
export const LONGEST_IDEMPOTENCY_KEY = 200;

/** Whether a text may be an idempotency key: 1 to 200 printable characters of ASCII, so that every part can keep it as it came. */
export function isIdempotencyKey(text: string): boolean {
  return text.length >= 1 && text.length <= LONGEST_IDEMPOTENCY_KEY && /^[ -~]*$/.test(text);
}

/** Whether a text has the form of a name in addresses. Others name nothing, and not all of them can be asked of the database. */
export function isSlug(text: string): boolean {
  return text.length <= 200 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
}
