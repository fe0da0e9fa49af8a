import { EventEmitter } from 'node:events';
import type { RecordFile } from '../stage/record-file.ts';
import { asRecord } from '../stage/scope.ts';
import type { Content } from './content.ts';

const STATUS_ORDER = ['sent', 'delivered', 'read'] as const;
export type DeliveryStatus = (typeof STATUS_ORDER)[number];

/** One message between the business and a phone. */
export interface Message {
  /** Counts up over all phones; `after` in waits and lists means this. */
  seq: number;
  /** The provider's id, "wamid...." */
  id: string;
  /** Digits of the customer's phone. */
  number: string;
  from: 'business' | 'customer';
  sentAt: Date;
  type: string;
  content: Content;
  status: DeliveryStatus;
  contextId?: string;
  callbackData?: string;
}

/** How many messages a phone keeps, and all phones together; the oldest go first. */
const KEPT_PER_NUMBER = 200;
const KEPT_IN_ALL = 5_000;

/** All phones' messages. Emits `message` with each new one and `change` with each one whose status moved. */
export class Mailbox {
  readonly events = new EventEmitter<{ message: [Message]; change: [Message] }>();
  private readonly messages = new Map<string, Message>();
  private readonly byNumber = new Map<string, Message[]>();
  private readonly file: RecordFile;
  private lastSeq = 0;

  constructor(file: RecordFile, records: Map<string, unknown>) {
    this.file = file;
    // One listener per open page and per waiting test.
    this.events.setMaxListeners(0);
    for (const [key, value] of records) {
      if (!key.startsWith('message:') || !asRecord(value)) continue;
      const message = value as Message;
      this.lastSeq = Math.max(this.lastSeq, message.seq);
      this.remember(message);
    }
  }

  add(fields: Omit<Message, 'seq' | 'status'>): Message {
    const message: Message = { ...fields, seq: ++this.lastSeq, status: 'sent' };
    this.remember(message);
    this.file.put(`message:${message.id}`, message);
    this.events.emit('message', message);
    return message;
  }

  /** Moves a message's status up, never down; false when it was there already. */
  raise(message: Message, status: DeliveryStatus): boolean {
    if (STATUS_ORDER.indexOf(status) <= STATUS_ORDER.indexOf(message.status)) return false;
    message.status = status;
    this.file.put(`message:${message.id}`, message);
    this.events.emit('change', message);
    return true;
  }

  find(id: string): Message | undefined {
    return this.messages.get(id);
  }

  /** Messages of one phone, oldest first. */
  of(number: string, after = 0): Message[] {
    return (this.byNumber.get(number) ?? []).filter((message) => message.seq > after);
  }

  /** Every message, oldest first. */
  list(after = 0): Message[] {
    return [...this.messages.values()].filter((message) => message.seq > after);
  }

  /** Phones with messages, the one that was busy last first. */
  numbers(): { number: string; last: Message; unread: number }[] {
    const rows = [...this.byNumber].flatMap(([number, messages]) => {
      const last = messages.at(-1);
      const unread = messages.filter((each) => each.from === 'business' && each.status !== 'read').length;
      return last ? [{ number, last, unread }] : [];
    });
    return rows.sort((a, b) => b.last.seq - a.last.seq);
  }

  /** When this customer last wrote; the 24-hour window opens there. */
  lastWrittenAt(number: string): Date | undefined {
    return this.of(number).findLast((message) => message.from === 'customer')?.sentAt;
  }

  saved(): Promise<void> {
    return this.file.saved();
  }

  clear(): void {
    for (const id of this.messages.keys()) this.file.put(`message:${id}`, null);
    this.messages.clear();
    this.byNumber.clear();
  }

  private remember(message: Message): void {
    const chat = this.byNumber.get(message.number) ?? [];
    this.byNumber.set(message.number, chat);
    this.messages.set(message.id, message);
    chat.push(message);
    if (chat.length > KEPT_PER_NUMBER) this.forget(chat[0]);
    if (this.messages.size > KEPT_IN_ALL) this.forget(this.messages.values().next().value);
  }

  private forget(message: Message | undefined): void {
    if (!message) return;
    this.messages.delete(message.id);
    const chat = (this.byNumber.get(message.number) ?? []).filter((each) => each !== message);
    if (chat.length > 0) this.byNumber.set(message.number, chat);
    else this.byNumber.delete(message.number);
    this.file.put(`message:${message.id}`, null);
  }
}
