import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Derives what must not be stored (codes, tickets) from one secret of the installation. */
export interface Secrets {
  /** HMAC-SHA256 of a text; purposes never share results. */
  hmac(purpose: string, text: string): Buffer;
}

/** Secrets over the installation's master secret, at least 32 characters. */
export function secretsFrom(master: string): Secrets {
  return {
    hmac: (purpose, text) =>
      createHmac('sha256', createHmac('sha256', master).update(purpose).digest()).update(text).digest(),
  };
}

/** A decimal code of so many digits out of an HMAC, without bias worth naming (2^48 values). */
export function decimalCode(hmac: Buffer, digits: number): string {
  return (hmac.readUIntBE(0, 6) % 10 ** digits).toString().padStart(digits, '0');
}

/** A new bearer secret of 256 bits, base64url. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** How a bearer secret is stored: SHA-256, hex. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Compares two texts in constant time. */
export function sameText(a: string, b: string): boolean {
  const left = createHash('sha256').update(a).digest();
  const right = createHash('sha256').update(b).digest();
  return timingSafeEqual(left, right);
}

declare module './context.ts' {
  interface Ports {
    readonly secrets: Secrets;
  }
}
