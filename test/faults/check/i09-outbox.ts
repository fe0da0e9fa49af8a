import type { Evidence } from './evidence.ts';

/** A job that was replaced while it was done is marked as tried to the end, without an error: its successor did the work. */
const STUCK = `
  select t.identifier as name, j.attempts, j.max_attempts as most, coalesce(j.last_error, 'locked') as error
    from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
   where (j.attempts >= j.max_attempts and j.last_error is not null
          and j.payload->>'messageKey' is distinct from 'poison') or (j.locked_at is not null and j.locked_at < now() - interval '60 seconds')`;

const LEFT = `
  select 'message ' || id as row, status as state from message where status = 'QUEUED'
  union all select 'notification ' || id, 'not handled' from payment_notification where handled_at is null
  union all select 'refund ' || id, status from refund where status = 'DUE'`;

/** Done jobs that no event forgot: each paid order has told its sellers, and so on, by rows of the outbox. */
const UNTOLD = `
  select e.id, e.name from event e where e.name = 'ParcelStarted' and not exists (
    select from message m where m.order_id::text = e.subject->>'orderKey' and m.created_at >= e.at)`;

/** I9: each row of the outbox was delivered, and no message reached a phone more often than attempts broke off. */
export async function outboxDelivered({ rows, messages }: Evidence): Promise<string[]> {
  const stuck = await rows<{ name: string; attempts: number; most: number; error: string }>(STUCK);
  const left = await rows<{ row: string; state: string }>(LEFT);
  const untold = await rows<{ id: string; name: string }>(UNTOLD);
  const sent = await rows<{ id: string; attempts: number }>(
    `select id, attempts from message where status in ('SENT', 'DELIVERED', 'READ')`,
  );
  const received = new Map<string, number>();
  for (const { callbackData } of messages)
    if (callbackData) received.set(callbackData, (received.get(callbackData) ?? 0) + 1);
  const ofPhones = new Map<string, number>();
  for (const { number } of messages) ofPhones.set(number, (ofPhones.get(number) ?? 0) + 1);
  // The stand-in forgets the oldest of a phone with 200, and of all with 5,000.
  const isAllKept = messages.length < 5_000 && [...ofPhones.values()].every((count) => count < 200);
  return [
    ...stuck.map(
      ({ name, attempts, most, error }) => `job ${name}, try ${attempts} of ${most}: ${error.slice(0, 200)}`,
    ),
    ...left.map(({ row, state }) => `${row} is ${state}`),
    ...untold.map(({ id, name }) => `event ${name} ${id} was told to nobody`),
    ...sent.flatMap(({ id, attempts }) => {
      const times = received.get(id) ?? 0;
      if (times > attempts) return [`message ${id} arrived ${times} times in ${attempts} attempts`];
      return times === 0 && isAllKept && messages.length > 0 ? [`message ${id} is sent and never arrived`] : [];
    }),
  ];
}
