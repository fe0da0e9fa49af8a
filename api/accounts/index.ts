import type { Domain } from '../platform/domain.ts';
import { Account } from './account.ts';
import { AuditEntry } from './audit-entry.ts';
import { Consent } from './consent.ts';
import { Device } from './device.ts';
import { Membership } from './membership.ts';
import { OtpChallenge } from './otp-challenge.ts';
import { Task } from './task.ts';

export { Account, Locale, languageOf } from './account.ts';
export { accountByKey, rolesOf } from './account-queries.ts';
export { curator, isCurator, memberOf, self } from './account-rules.ts';
export { ACCOUNT_DEFAULTS, type AccountSettings } from './account-settings.ts';
export { AuditEntry, recordAudit } from './audit-entry.ts';
export { grantRole } from './grant-role.ts';
export { Membership, MembershipRole } from './membership.ts';
export { OtpChallenge, OtpPurpose } from './otp-challenge.ts';
export { otpCodeOf } from './otp-code.ts';
export { isDemoPhone, isIndonesianMobile, normalisePhone, PhoneNumberScalar } from './phone-number.ts';
export { type Credentials, resolveActor } from './resolve-actor.ts';
export { type NewTask, openTask, Task, TaskKind } from './task.ts';

/** What accounts bring to the program. */
export const accountsDomain: Domain = {
  name: 'accounts',
  entities: [Account, OtpChallenge, Device, Membership, Consent, AuditEntry, Task],
  resolvers: [],
  listeners: [],
  jobs: [],
  nodes: {},
};
