import { Field, ID, InputType } from 'type-graphql';
import { Locale } from './account.ts';
import { OtpPurpose } from './otp-challenge.ts';
import type { OtpAsked } from './request-otp.ts';
import type { ProfileChange } from './update-profile.ts';
import type { CodeGiven } from './verify-otp.ts';

@InputType({ description: 'Where to send a one-time code, and what for.' })
export class RequestOtpInput implements OtpAsked {
  @Field(() => String, { description: 'Indonesian mobile number as the person typed it, e.g. 0812-3456-7890.' })
  phone!: string;

  @Field(() => OtpPurpose, { nullable: true, description: 'What the code will be used for; SIGN_IN when left out.' })
  purpose?: OtpPurpose | null;
}

@InputType({ description: 'The code that arrived, and what the person agreed to.' })
export class VerifyOtpInput implements CodeGiven {
  @Field(() => String, { description: 'The number to which the code was sent.' })
  phone!: string;

  @Field(() => String, { description: 'Six digits.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'Name for a new account; at most 80 characters.' })
  name?: string | null;

  @Field(() => Boolean, { description: 'Whether the person agrees to the present terms and privacy notice.' })
  consent!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether the person wants messages about offers.' })
  marketingConsent?: boolean | null;

  @Field(() => String, { nullable: true, description: 'What the person will know this device by.' })
  deviceLabel?: string | null;
}

@InputType({ description: 'Which device to sign out.' })
export class SignOutInput {
  @Field(() => ID, { nullable: true, description: 'A device of the person; the one of the request when left out.' })
  deviceId?: string | null;
}

@InputType({ description: 'What to change; what is left out stays.' })
export class UpdateProfileInput implements ProfileChange {
  @Field(() => String, { nullable: true, description: 'What the person wants to be called; at most 80 characters.' })
  name?: string | null;

  @Field(() => Locale, { nullable: true, description: 'Language of messages to the person.' })
  locale?: Locale | null;
}
