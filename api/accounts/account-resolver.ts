import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../platform/context.ts';
import { Access, everyone, signedIn } from '../platform/graphql/access.ts';
import { type Payload, payload } from '../platform/graphql/user-errors.ts';
import type { Account } from './account.ts';
import { RequestOtpInput, SignOutInput, UpdateProfileInput, VerifyOtpInput } from './account-inputs.ts';
import {
  REQUEST_OTP,
  RequestOtpPayload,
  SIGN_OUT,
  SignOutPayload,
  UPDATE_PROFILE,
  UpdateProfilePayload,
  VERIFY_OTP,
  VerifyOtpPayload,
} from './account-payloads.ts';
import { consentsOf, devicesOf, rolesOf } from './account-queries.ts';
import { Consent } from './consent.ts';
import { Device } from './device.ts';
import { answerSignIn, answerSignOut, type SignInAnswer } from './device-cookie.ts';
import { Membership } from './membership.ts';
import { type OtpSent, requestOtp } from './request-otp.ts';
import { signOut } from './sign-out.ts';
import { updateProfile } from './update-profile.ts';
import { verifyOtp } from './verify-otp.ts';
import { needsConsent, noteDeviceSeen, Viewer, viewerOf } from './viewer.ts';

@Resolver()
export class AccountResolver {
  @Access(everyone)
  @Query(() => Viewer, { nullable: true, description: 'The person behind the call; null for a visitor.' })
  async viewer(@Ctx() ctx: Context): Promise<Viewer | null> {
    await noteDeviceSeen(ctx);
    return viewerOf(ctx);
  }

  @Access(everyone)
  @Mutation(() => RequestOtpPayload, {
    description: 'Sends a one-time code by WhatsApp. The answer is the same whether the number is known or not.',
  })
  requestOtp(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestOtpInput, { description: 'The number.' }) input: RequestOtpInput,
  ): Promise<Payload<OtpSent>> {
    return payload(ctx, REQUEST_OTP, () => requestOtp(ctx, input));
  }

  @Access(everyone)
  @Mutation(() => VerifyOtpPayload, {
    description: 'Signs this device in with the code that was sent; the first time this makes the account.',
  })
  verifyOtp(
    @Ctx() ctx: Context,
    @Arg('input', () => VerifyOtpInput, { description: 'The code.' }) input: VerifyOtpInput,
  ): Promise<Payload<SignInAnswer>> {
    return payload(ctx, VERIFY_OTP, async () => answerSignIn(ctx, await verifyOtp(ctx, input)));
  }

  @Access(signedIn)
  @Mutation(() => SignOutPayload, { description: 'Signs out this device, or another one of the same person.' })
  signOut(
    @Ctx() ctx: Context,
    @Arg('input', () => SignOutInput, { description: 'The device.' }) input: SignOutInput,
  ): Promise<Payload<{ signedOut: boolean }>> {
    return payload(ctx, SIGN_OUT, async () => answerSignOut(ctx, await signOut(ctx, input.deviceId ?? null)));
  }

  @Access(signedIn)
  @Mutation(() => UpdateProfilePayload, { description: 'Changes name and language of the person behind the call.' })
  updateProfile(
    @Ctx() ctx: Context,
    @Arg('input', () => UpdateProfileInput, { description: 'What to change.' }) input: UpdateProfileInput,
  ): Promise<Payload<{ account: Account }>> {
    return payload(ctx, UPDATE_PROFILE, async () => ({ account: await updateProfile(ctx, input) }));
  }
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @FieldResolver(() => [Membership], { description: 'Roles they hold, the oldest first.' })
  memberships(@Ctx() ctx: Context, @Root() viewer: Viewer): Promise<Membership[]> {
    return rolesOf(ctx, viewer.accountKey);
  }

  @FieldResolver(() => [Device], { description: 'Where they are signed in, the last used first.' })
  devices(@Ctx() ctx: Context, @Root() viewer: Viewer): Promise<Device[]> {
    return devicesOf(ctx, viewer.accountKey);
  }

  @FieldResolver(() => [Consent], { description: 'What they agreed to, the oldest first.' })
  consents(@Ctx() ctx: Context, @Root() viewer: Viewer): Promise<Consent[]> {
    return consentsOf(ctx, viewer.accountKey);
  }

  @FieldResolver(() => Boolean, { description: 'Whether they have yet to agree to the present terms.' })
  needsConsent(@Ctx() ctx: Context, @Root() viewer: Viewer): Promise<boolean> {
    return needsConsent(ctx, viewer.accountKey);
  }
}

@Resolver(() => Device)
export class DeviceResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is the device of this request.' })
  isCurrent(@Ctx() ctx: Context, @Root() device: Device): boolean {
    return device.key === ctx.actor.deviceKey;
  }
}
