import { type Opt, PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { newKey } from '../platform/keys.ts';

/** What a one-time code proves; a code for one purpose is worth nothing for another. */
export enum OtpPurpose {
  SIGN_IN = 'SIGN_IN',
  UNLOCK_COLLECTION = 'UNLOCK_COLLECTION',
}

registerEnumType(OtpPurpose, {
  name: 'OtpPurpose',
  description: 'What a one-time code is good for.',
  valuesConfig: {
    SIGN_IN: { description: 'Signing in, with verifyOtp.' },
    UNLOCK_COLLECTION: { description: 'A new PIN after five wrong ones, with unlockCollection.' },
  },
});

/** How a challenge came to its end. */
export enum OtpEnd {
  /** The right code was given. */
  USED = 'USED',
  /** A newer code was asked for. */
  REPLACED = 'REPLACED',
}

/** A one-time code that was asked for. The code itself is derived from the key and never stored. */
@Entity({ tableName: 'otp_challenge' })
@Index({
  name: 'otp_challenge_one_live',
  expression: 'create unique index otp_challenge_one_live on otp_challenge (phone) where ended_at is null',
})
@Index({ name: 'otp_challenge_of_phone', properties: ['phone', 'createdAt'] })
@Index({ name: 'otp_challenge_of_address', properties: ['addressHash', 'createdAt'] })
@Index({ name: 'otp_challenge_of_prefix', properties: ['phonePrefix', 'createdAt'] })
@Check({ name: 'otp_challenge_tries', expression: 'tries >= 0 and tries <= 20' })
@Check({ name: 'otp_challenge_end', expression: '(ended_at is null) = (ended_as is null)' })
export class OtpChallenge {
  declare [PrimaryKeyProp]?: 'key';

  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key: string = newKey();

  @Property({ type: 'text' })
  phone!: string;

  /** First digits of the phone: a block of numbers that one abuser may hold. */
  @Property({ type: 'text' })
  phonePrefix!: string;

  @Enum({ items: () => Object.values(OtpPurpose) })
  purpose!: OtpPurpose;

  /** Keyed hash of the caller's address, null when there is none. */
  @Property({ type: 'text', nullable: true })
  addressHash!: string | null;

  /** `id` or `en`: the language in which the code is sent. */
  @Property({ type: 'text' })
  language!: string;

  @Property({ type: 'timestamptz' })
  createdAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  /** Codes that were tried, right or wrong. */
  @Property({ type: 'integer' })
  tries: Opt<number> = 0;

  @Property({ type: 'timestamptz', nullable: true })
  endedAt: Date | null = null;

  @Enum({ items: () => Object.values(OtpEnd), nullable: true })
  endedAs: OtpEnd | null = null;
}
