import type { Domain } from '../platform/domain.ts';
import { Account } from './account.ts';
import { accountNodes } from './account-nodes.ts';
import { AccountResolver, DeviceResolver, ViewerResolver } from './account-resolver.ts';
import { AuditEntry } from './audit-entry.ts';
import { Consent } from './consent.ts';
import { Device } from './device.ts';
import { forgetOtps } from './forget-otps.ts';
import { Membership } from './membership.ts';
import { OtpChallenge } from './otp-challenge.ts';
import { Task } from './task.ts';

export { Account, Locale, languageOf } from './account.ts';
export { VerifyOtpPayload } from './account-payloads.ts';
export { accountByKey, membersOf } from './account-queries.ts';
export { curator, isCurator, memberOf, self } from './account-rules.ts';
export { ACCOUNT_DEFAULTS, type AccountSettings } from './account-settings.ts';
export { AuditEntry, recordAudit } from './audit-entry.ts';
export { actAs } from './device-cookie.ts';
export { grantRole } from './grant-role.ts';
export { Membership, MembershipRole } from './membership.ts';
export { OtpChallenge } from './otp-challenge.ts';
export { otpCodeOf } from './otp-code.ts';
export { CODE_SENTENCES } from './otp-errors.ts';
export { isIndonesianMobile, normalisePhone } from './phone-number.ts';
export { type Credentials, presentActor, resolveActor } from './resolve-actor.ts';
export { closeTask, isTaskOpen, type NewTask, openTask, Task } from './task.ts';
export { NEEDS_OUTCOME, TaskOutcome } from './task-outcome.ts';
export { type OtpTried, tryOtp, useOtp } from './try-otp.ts';

/** What accounts bring to the program. */
export const accountsDomain: Domain = {
  name: 'accounts',
  entities: [Account, OtpChallenge, Device, Membership, Consent, AuditEntry, Task],
  resolvers: [AccountResolver, ViewerResolver, DeviceResolver],
  listeners: [],
  jobs: [forgetOtps],
  nodes: accountNodes,
};
