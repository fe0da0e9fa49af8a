import type { Actor, Context } from '../platform/context.ts';
import type { SignedIn } from './verify-otp.ts';
import { type Viewer, viewerOf } from './viewer.ts';

/** Cookie that carries the token of a signed-in device; http-only. */
export const DEVICE_COOKIE = 'berjubel_device';

/** What verifyOtp tells the client. */
export interface SignInAnswer {
  readonly viewer: Viewer | null;
  readonly accessToken: string | null;
}

/**
 * Lets the rest of a request act as somebody: after signing in as the account that has just proved its number, and in a
 * subscription as the caller with the rights of that moment.
 */
export function actAs(ctx: Context, actor: Actor): void {
  (ctx as { actor: Actor }).actor = actor;
}

/** Hands the device its token: as a cookie to a page, in the answer to a client that keeps no cookies. */
export async function answerSignIn(ctx: Context, { actor, token }: SignedIn): Promise<SignInAnswer> {
  actAs(ctx, actor);
  ctx.cookies?.set(DEVICE_COOKIE, token, ctx.accountSettings.deviceDays * 24 * 3600);
  return { viewer: await viewerOf(ctx), accessToken: ctx.cookies ? null : token };
}

/** Takes the cookie back when it was this device that signed out. */
export function answerSignOut(ctx: Context, { isCurrent }: { isCurrent: boolean }): { signedOut: boolean } {
  if (isCurrent) ctx.cookies?.clear(DEVICE_COOKIE);
  return { signedOut: true };
}
