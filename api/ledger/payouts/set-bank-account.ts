import { LockMode } from '@mikro-orm/postgresql';
import { recordAudit } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { inTransaction, type Tx } from '../../platform/database/transaction.ts';
import { oneLine } from '../../platform/one-line.ts';
import { refuse } from '../../platform/refusal.ts';
import { keepsMoneyOf, type Owner, ownerName, ownerOf } from '../owner.ts';
import { BankAccount } from './bank-account.ts';
import { bankOf } from './banks.ts';

const HOUR_MS = 3_600_000;
/** As banks print them: letters, spaces and few signs, so that no sheet takes a name for a formula. */
const HOLDER = /^\p{L}[\p{L}\p{M} .,'’/()&-]{2,69}$/u;

/** Where earnings are to be sent. */
export interface BankAccountWanted {
  /** Public id of a seller, point or community. */
  readonly ownerId: string;
  readonly bankCode: string;
  /** Spaces, dots and hyphens between the digits are taken out. */
  readonly accountNumber: string;
  readonly holderName: string;
}

/**
 * Enters the bank account of an owner whose money the caller keeps, in the audit log. Nothing is paid to a new one for a pause; the
 * same one again changes nothing. Refuses NOT_FOUND, BANK_UNKNOWN, NUMBER_INVALID, HOLDER_INVALID.
 */
export async function setBankAccount(ctx: Context, wanted: BankAccountWanted): Promise<BankAccount> {
  const owner = ownMoney(ctx, wanted.ownerId);
  if ((await ownerName(ctx, owner.ownerKey)) === null) refuse('NOT_FOUND', ['ownerId']);
  const particulars = particularsOf(wanted);
  return inTransaction(ctx, async (tx) => {
    await lockOwner(tx, owner);
    const inUse = await bankAccountInUse(tx, owner);
    if (inUse && isSame(inUse, particulars)) return inUse;
    const now = ctx.clock.now();
    if (inUse) inUse.replacedAt = now;
    await tx.flush(); // the old one makes way first
    const usableFrom = new Date(now.getTime() + ctx.payoutSettings.pauseHours * HOUR_MS);
    const times = { createdAt: now, usableFrom, replacedAt: null };
    const said = { ...owner, ...particulars, ...times, enteredByKey: ctx.actor.key };
    const made = Object.assign(new BankAccount(), said);
    tx.persist(made);
    recordAudit(tx, 'setBankAccount', { ownerKey: owner.ownerKey, bankAccountKey: made.key }, null);
    return made;
  });
}

/** An owner whose money the caller keeps. Refuses NOT_FOUND: not there and not yours look the same. */
export function ownMoney(ctx: Context, ownerId: string): Owner {
  const owner = ownerOf(ownerId);
  if (owner === null || !keepsMoneyOf(ctx, owner)) refuse('NOT_FOUND', ['ownerId']);
  return owner;
}

/** The bank account that an owner uses now, null when there is none. Lock the owner first. */
export function bankAccountInUse(tx: Tx, { ownerKey }: Owner): Promise<BankAccount | null> {
  return tx.findOne(BankAccount, { ownerKey, replacedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Makes all that concerns the payouts of one owner wait for each other until the commit. */
export async function lockOwner(tx: Tx, { ownerKey }: Owner): Promise<void> {
  await tx.execute(`select pg_advisory_xact_lock(hashtextextended(?, 0))`, [`payout:${ownerKey}`]);
}

type Particulars = Pick<BankAccount, 'bankCode' | 'number' | 'holderName'>;

function particularsOf({ bankCode, accountNumber, holderName }: BankAccountWanted): Particulars {
  const bank = bankOf(bankCode);
  if (!bank) refuse('BANK_UNKNOWN', ['bankCode']);
  const number = accountNumber.replace(/[ .-]/g, '');
  const [least, most] = bank.digits;
  if (!/^[0-9]+$/.test(number) || number.length < least || number.length > most || /^0+$/.test(number))
    refuse('NUMBER_INVALID', ['accountNumber'], {
      bank: bank.name,
      limit: least === most ? least : `${least}–${most}`,
    });
  const holder = oneLine(holderName);
  if (!HOLDER.test(holder)) refuse('HOLDER_INVALID', ['holderName']);
  return { bankCode, number, holderName: holder };
}

function isSame(account: BankAccount, { bankCode, number, holderName }: Particulars): boolean {
  return account.bankCode === bankCode && account.number === number && account.holderName === holderName;
}
