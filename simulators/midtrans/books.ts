import type { RecordFile } from '../stage/record-file.ts';
import { asRecord } from '../stage/scope.ts';
import { holdsOrderId, type Transaction } from './transaction.ts';

/** The provider's own books: every transaction ever charged, findable by its id, its order and its number. */
export class Books {
  private readonly byId = new Map<string, Transaction>();
  private readonly byOrder = new Map<string, Transaction>();
  private readonly byNumber = new Map<string, Transaction>();
  private readonly byQr = new Map<string, Transaction>();
  private readonly file: RecordFile;

  constructor(file: RecordFile, records: Map<string, unknown>) {
    this.file = file;
    for (const [key, value] of records) {
      if (key.startsWith('transaction:') && asRecord(value)) this.remember(value as Transaction);
    }
  }

  /** Writes a new or changed transaction down; `saved` says when it has reached the disk. */
  keep(transaction: Transaction): void {
    this.remember(transaction);
    this.file.put(`transaction:${transaction.transactionId}`, transaction);
  }

  saved(): Promise<void> {
    return this.file.saved();
  }

  /** Either id fits, as in every path of the provider; of several attempts under one order id the latest. */
  find(id: string): Transaction | undefined {
    return this.byId.get(id) ?? this.byOrder.get(id);
  }

  /** The transaction that keeps an order id from being used again. */
  holderOf(orderId: string): Transaction | undefined {
    const latest = this.byOrder.get(orderId);
    return latest && holdsOrderId(latest) ? latest : undefined;
  }

  /** What a payer means by a number (spaces and dashes do not matter) or an order id. */
  findForPayer(typed: string): Transaction | undefined {
    const text = typed.trim();
    return this.byNumber.get(text.replace(/[\s.-]/g, '')) ?? this.find(text);
  }

  findByQr(text: string): Transaction | undefined {
    return this.byQr.get(text.trim());
  }

  /** True when a payer who types this number would meet another waiting transaction. */
  numberTaken(payNumber: string): boolean {
    return this.byNumber.get(payNumber)?.status === 'pending';
  }

  /** Newest first. */
  list(): Transaction[] {
    return [...this.byId.values()].reverse();
  }

  clear(): void {
    for (const id of this.byId.keys()) this.file.put(`transaction:${id}`, null);
    this.byId.clear();
    this.byOrder.clear();
    this.byNumber.clear();
    this.byQr.clear();
  }

  private remember(transaction: Transaction): void {
    const latest = this.byOrder.get(transaction.orderId);
    this.byId.set(transaction.transactionId, transaction);
    if (transaction.payNumber) this.byNumber.set(transaction.payNumber, transaction);
    if (transaction.qrText) this.byQr.set(transaction.qrText, transaction);
    if (!latest || latest.createdAt <= transaction.createdAt) this.byOrder.set(transaction.orderId, transaction);
  }
}
