/** Limits of sign-in and the version of the terms. */
export interface AccountSettings {
  /** Version of terms and privacy notice that a person must have agreed to: the date of the text. */
  readonly termsVersion: string;
  /** How long a code lives, in seconds. */
  readonly otpLifeSeconds: number;
  /** Tries of one code, right or wrong. */
  readonly otpTries: number;
  /** Pause before the second code to a number; it doubles with each further unused one, in seconds. */
  readonly otpResendSeconds: number;
  /** Longest pause, in seconds. */
  readonly otpLongestResendSeconds: number;
  /** Unused codes to one number in an hour, and in a day. */
  readonly otpPerNumberHour: number;
  readonly otpPerNumberDay: number;
  /** Codes asked for from one address in an hour. Many neighbours share one. */
  readonly otpPerAddressHour: number;
  /** Unused codes to one block of 10,000 numbers in an hour. */
  readonly otpPerPrefixHour: number;
  /** How long a device stays signed in, in days. */
  readonly deviceDays: number;
}

/** What holds when the operator sets nothing else. */
export const ACCOUNT_DEFAULTS: AccountSettings = {
  termsVersion: '2026-11-01',
  otpLifeSeconds: 300,
  otpTries: 5,
  otpResendSeconds: 60,
  otpLongestResendSeconds: 900,
  otpPerNumberHour: 6,
  otpPerNumberDay: 15,
  otpPerAddressHour: 200,
  otpPerPrefixHour: 200,
  deviceDays: 180,
};

declare module '../platform/context.ts' {
  interface Ports {
    readonly accountSettings: AccountSettings;
  }
}
