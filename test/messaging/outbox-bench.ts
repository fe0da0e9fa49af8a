import { requestOtp } from '../../api/accounts/request-otp.ts';
import { Message } from '../../api/messaging/index.ts';
import { ANONYMOUS } from '../../api/platform/context.ts';
import type { Message as Heard } from '../../simulators/whatsapp/mailbox.ts';
import { aPhone } from '../support/makers/accounts.ts';
import type { World } from '../support/world.ts';

/** What arrived on a phone, oldest first. */
export function arrivedAt(world: World, phone: string | null): Heard[] {
  return world.whatsapp.mailbox.of((phone ?? '').slice(1)).filter(({ from }) => from === 'business');
}

/** Templates that arrived on a phone, with their parameters. */
export function noticesAt(world: World, phone: string | null): [template: string, ...parameters: string[]][] {
  return arrivedAt(world, phone).map(({ content }) => [
    content.template?.name ?? '',
    ...(content.template?.parameters ?? []),
  ]);
}

/** Plans trouble at the provider: one of its error codes, or a fault of the line, for so many calls. */
export async function trouble(world: World, fault: Record<string, unknown>): Promise<void> {
  const response = await fetch(`${world.whatsapp.url}/__sim/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** A number that has just asked for a code; nothing is sent yet. */
export async function askedForCode(world: World): Promise<string> {
  const phone = aPhone();
  await requestOtp(world.context(ANONYMOUS), { phone });
  return phone;
}

/** The outbox row that was written last. */
export async function lastMessage(world: World): Promise<Message> {
  return (await world.context().em.find(Message, {}, { orderBy: { key: 'desc' }, limit: 1 }))[0]!;
}

/** Lets so many seconds pass and does what has become due. */
export async function later(world: World, seconds: number): Promise<void> {
  await world.advance(seconds);
  await world.runTimers();
}
