import type { FastifyInstance } from 'fastify';
import { refuseControl, registerStageControl } from '../stage/control.ts';
import { type Fault, readFault } from '../stage/faults.ts';
import { asRecord } from '../stage/scope.ts';
import { ERRORS, errorAnswer } from './errors.ts';
import type { Message } from './mailbox.ts';
import { internationalDigits } from './phone-routes.ts';
import { CALLS } from './send-routes.ts';
import { readAll, receive, type Settings, type Simulation } from './simulation.ts';

const LONGEST_WAIT_MS = 60_000;

/** The strings behind the stage, under /__sim: tests read phones and break things with it, the business's program never does. */
export function registerControl(app: FastifyInstance, simulation: Simulation): void {
  const { clock, faults, mailbox, requests, settings, webhooks } = simulation;
  const readOwnFault = (given: Record<string, unknown>) => readCodeFault(simulation, given);
  registerStageControl(app, { clock, faults, noticeFaults: webhooks.faults, calls: CALLS, readOwnFault });
  registerReading(app, simulation);

  app.post('/__sim/inbound', async (request, reply) => {
    const { from, text, name } = asRecord(request.body) ?? {};
    const number = internationalDigits(String(from));
    if (!number || typeof text !== 'string') return refuseControl(reply, 400, 'from is a phone number and text a text');
    const sender = typeof name === 'string' ? name : undefined;
    const message = receive(simulation, number, {
      type: 'text',
      content: { text },
      fields: { text: { body: text } },
      name: sender,
    });
    await mailbox.saved();
    return plain(message);
  });

  app.post('/__sim/read', async (request, reply) => {
    const number = internationalDigits(String(asRecord(request.body)?.number));
    if (!number) return refuseControl(reply, 400, 'number is a phone number');
    readAll(simulation, number);
    await mailbox.saved();
    return mailbox.of(number).map(plain);
  });

  app.get('/__sim/state', () => ({
    now: clock.now(),
    phones: mailbox.numbers().map(({ number, unread }) => ({ number, unread })),
    settings: { ...settings, token: undefined, appSecret: undefined },
    faults: faults.list(),
    notificationFaults: webhooks.faults.list(),
  }));
  app.get('/__sim/requests', () => requests.list());
  app.get('/__sim/webhooks', () => webhooks.journal.list());

  app.post('/__sim/settings', (request, reply) => {
    const changed = readSettings(asRecord(request.body) ?? {});
    if (typeof changed === 'string') return refuseControl(reply, 400, changed);
    Object.assign(settings, changed);
    return {};
  });

  app.post('/__sim/reset', async () => {
    clock.clear();
    await clock.settled();
    mailbox.clear();
    webhooks.clear();
    faults.clear();
    requests.clear();
    await mailbox.saved();
    return {};
  });
}

function registerReading(app: FastifyInstance, { mailbox }: Simulation): void {
  type Query = { after?: string; template?: string; type?: string; timeoutMs?: string };
  app.get<{ Querystring: Query }>('/__sim/messages', (request) =>
    mailbox
      .list(Number(request.query.after ?? 0))
      .filter(wanted(request.query))
      .map(plain),
  );

  app.get<{ Params: { number: string }; Querystring: Query }>('/__sim/messages/:number', (request) => {
    const number = internationalDigits(request.params.number) ?? '';
    return mailbox
      .of(number, Number(request.query.after ?? 0))
      .filter(wanted(request.query))
      .map(plain);
  });

  app.get<{ Params: { number: string }; Querystring: Query }>(
    '/__sim/messages/:number/wait',
    async (request, reply) => {
      const { query } = request;
      const number = internationalDigits(request.params.number) ?? '';
      const fits = (message: Message) =>
        message.number === number &&
        message.from === 'business' &&
        message.seq > Number(query.after ?? 0) &&
        wanted(query)(message);
      const timeoutMs = Math.min(Number(query.timeoutMs ?? 5_000), LONGEST_WAIT_MS);
      const message = mailbox.of(number).find(fits) ?? (await nextMessage(mailbox, fits, timeoutMs));
      return message
        ? plain(message)
        : refuseControl(reply, 408, `no such message for ${number} within ${timeoutMs} ms`);
    },
  );
}

function nextMessage(
  mailbox: Simulation['mailbox'],
  fits: (message: Message) => boolean,
  timeoutMs: number,
): Promise<Message | undefined> {
  return new Promise((resolve) => {
    const finish = (message?: Message) => {
      clearTimeout(timer);
      mailbox.events.off('message', look);
      resolve(message);
    };
    const look = (message: Message) => {
      if (fits(message)) finish(message);
    };
    const timer = setTimeout(finish, timeoutMs).unref();
    mailbox.events.on('message', look);
  });
}

function wanted({ template, type }: { template?: string; type?: string }): (message: Message) => boolean {
  return (message) =>
    (template === undefined || message.content.template?.name === template) &&
    (type === undefined || message.type === type);
}

/** A message as tests read it: flat, with its code beside the text. */
function plain(message: Message): Record<string, unknown> {
  const { seq, id, number, from, sentAt, type, status, content, callbackData } = message;
  const { template, code, text } = content;
  return {
    seq,
    id,
    number,
    from,
    at: sentAt,
    type,
    status,
    text,
    ...(template && { template: template.name, language: template.language, parameters: template.parameters }),
    ...(code && { code: code.value }),
    ...(callbackData && { callbackData }),
    content,
  };
}

/** A fault given by the provider's error code, such as 131047. */
function readCodeFault(simulation: Simulation, given: Record<string, unknown>): Fault | string | undefined {
  const { code, ...rest } = given;
  if (code === undefined) return undefined;
  if (typeof code !== 'number' || !ERRORS[code]) return `code is one of ${Object.keys(ERRORS).join(', ')}`;
  const { status, body } = errorAnswer(code, 'planned by the control plane', simulation.random.hex(22));
  return readFault({ ...rest, kind: 'answer', status, body }, CALLS);
}

function readSettings(given: Record<string, unknown>): Partial<Settings> | string {
  const changed: Partial<Settings> = {};
  for (const [name, value] of Object.entries(given)) {
    if (name === 'webhookUrl') {
      if (typeof value !== 'string' || !URL.canParse(value)) return 'webhookUrl is a URL';
      changed.webhookUrl = value;
    } else if (name === 'token' || name === 'appSecret') {
      if (typeof value !== 'string' || value === '') return `${name} is a text`;
      changed[name] = value;
    } else if (name === 'window') {
      if (typeof value !== 'boolean') return 'window is true or false';
      changed.window = value;
    } else return `no setting ${name}`;
  }
  return changed;
}
