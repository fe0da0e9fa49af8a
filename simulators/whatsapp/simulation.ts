import type { StageClock } from '../stage/clock.ts';
import type { FaultPlan } from '../stage/faults.ts';
import type { Journal } from '../stage/journal.ts';
import type { Randomness } from '../stage/randomness.ts';
import type { Content } from './content.ts';
import type { DeliveryStatus, Mailbox, Message } from './mailbox.ts';
import type { Webhooks } from './webhooks.ts';

/** What can be changed while the simulator runs. */
export interface Settings {
  token: string;
  webhookUrl: string | undefined;
  appSecret: string | undefined;
  /** Refuses free-form messages (131047) to phones that did not write within 24 hours, as the provider does. */
  window: boolean;
}

/** One call that the business made, and what it got. */
interface RecordedCall {
  path: string;
  body: unknown;
  at: string;
  /** HTTP status of the answer, or `cut` when there was none; missing while the call runs. */
  answered?: number | 'cut';
  answer?: unknown;
}

/** Everything that one running simulator consists of. */
export interface Simulation {
  business: { name: string; phoneNumberId: string | undefined; accountId: string; displayNumber: string };
  settings: Settings;
  clock: StageClock;
  random: Randomness;
  mailbox: Mailbox;
  webhooks: Webhooks;
  faults: FaultPlan;
  requests: Journal<RecordedCall>;
  log: (message: string) => void;
}

/** A new message id in the provider's form. */
export function newMessageId(random: Randomness): string {
  return `wamid.${Buffer.from(random.hex(52), 'hex').toString('base64').replace(/=+$/, '')}`;
}

/** Moves a message of the business to a status and tells its webhook; nothing happens when it was there already. */
export function report(simulation: Simulation, message: Message, status: DeliveryStatus): void {
  const moved = status === 'sent' || simulation.mailbox.raise(message, status);
  if (!moved || message.from !== 'business') return;
  const category = message.content.template?.category.toLowerCase() ?? 'service';
  const value = {
    id: message.id,
    status,
    timestamp: unixSeconds(simulation.clock.now()),
    recipient_id: message.number,
    pricing: { billable: category !== 'service', pricing_model: 'PMP', category },
    ...(message.callbackData && { biz_opaque_callback_data: message.callbackData }),
  };
  simulation.webhooks.send(status, message.number, envelope(simulation, { statuses: [value] }));
}

/** The customer has looked at the phone: all that waited there counts as read. */
export function readAll(simulation: Simulation, number: string): void {
  for (const message of simulation.mailbox.of(number)) {
    if (message.from === 'business') report(simulation, message, 'read');
  }
}

/** The customer writes or taps: keeps the message and sends it to the webhook. `fields` are named as on the wire. */
export function receive(
  simulation: Simulation,
  number: string,
  sent: { type: string; content: Content; fields: Record<string, unknown>; contextId?: string; name?: string },
): Message {
  const { mailbox, random, clock, business } = simulation;
  const { type, content, fields, contextId, name = `Warga ${number.slice(-4)}` } = sent;
  const id = newMessageId(random);
  const message = mailbox.add({ id, number, from: 'customer', sentAt: clock.now(), type, content, contextId });
  const inbound = {
    ...(contextId && { context: { from: business.displayNumber, id: contextId } }),
    from: number,
    id,
    timestamp: unixSeconds(message.sentAt),
    type,
    ...fields,
  };
  const contacts = [{ profile: { name }, wa_id: number }];
  simulation.webhooks.send('inbound', number, envelope(simulation, { contacts, messages: [inbound] }));
  return message;
}

function envelope({ business }: Simulation, value: Record<string, unknown>): Record<string, unknown> {
  const metadata = {
    display_phone_number: business.displayNumber,
    phone_number_id: business.phoneNumberId ?? '100000000000001',
  };
  const change = { field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } };
  return { object: 'whatsapp_business_account', entry: [{ id: business.accountId, changes: [change] }] };
}

function unixSeconds(at: Date): string {
  return String(Math.floor(at.getTime() / 1_000));
}
