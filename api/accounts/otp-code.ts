import type { Context } from '../platform/context.ts';
import { decimalCode } from '../platform/secrets.ts';

/** The six digits of a challenge. Derived, never stored: whoever may read the database does not know them. */
export function otpCodeOf(ctx: Pick<Context, 'secrets'>, challengeKey: string): string {
  return decimalCode(ctx.secrets.hmac('otp', challengeKey), 6);
}
