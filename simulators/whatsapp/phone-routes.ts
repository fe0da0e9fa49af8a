import type { FastifyInstance } from 'fastify';
import { sendPage } from '../stage/page.ts';
import { asRecord } from '../stage/scope.ts';
import { STYLE } from '../stage/style.ts';
import type { Message } from './mailbox.ts';
import { phoneListPage, phonePage } from './phone-pages.ts';
import { PHONE_SCRIPT, PHONE_STYLE } from './phone-style.ts';
import { readAll, receive, type Simulation } from './simulation.ts';

const HEARTBEAT_MS = 25_000;
type OnePhone = { Params: { digits: string } };

/** What people see: the list of phones, and each phone with its chat. */
export function registerPhoneRoutes(app: FastifyInstance, simulation: Simulation): void {
  const base = app.prefix;
  const { business, mailbox, settings, clock } = simulation;
  const canWrite = () => settings.webhookUrl !== undefined;

  app.get('/style.css', (_request, reply) =>
    reply
      .type('text/css')
      .header('cache-control', 'max-age=3600')
      .send(STYLE + PHONE_STYLE),
  );
  app.get('/phone.js', (_request, reply) =>
    reply.type('text/javascript').header('cache-control', 'max-age=3600').send(PHONE_SCRIPT),
  );
  app.get('/', (_request, reply) => sendPage(reply, 200, phoneListPage(base, mailbox.numbers())));

  app.get<{ Querystring: { number?: string } }>('/phone', (request, reply) => {
    const typed = String(request.query.number ?? '');
    const digits = internationalDigits(typed);
    if (!digits) return sendPage(reply, 400, phoneListPage(base, mailbox.numbers(), typed));
    return reply.redirect(`${base}/phone/${digits}`, 303);
  });

  app.get<OnePhone>('/phone/:digits', async (request, reply) => {
    clock.sync();
    const digits = internationalDigits(request.params.digits);
    if (!digits) return sendPage(reply, 404, phoneListPage(base, mailbox.numbers(), request.params.digits));
    readAll(simulation, digits);
    await mailbox.saved();
    return sendPage(reply, 200, phonePage(base, business.name, digits, mailbox.of(digits), canWrite()));
  });

  app.post<OnePhone>('/phone/:digits', async (request, reply) => {
    const digits = internationalDigits(request.params.digits);
    if (!digits || !canWrite())
      return sendPage(reply, 404, phoneListPage(base, mailbox.numbers(), request.params.digits));
    const { text, reply: to, choice } = asRecord(request.body) ?? {};
    if (typeof text === 'string' && text.trim() !== '') {
      const body = text.slice(0, 4_096);
      receive(simulation, digits, { type: 'text', content: { text: body }, fields: { text: { body } } });
    } else tap(simulation, digits, mailbox.find(String(to)), String(choice));
    await mailbox.saved();
    return reply.redirect(`${base}/phone/${digits}`, 303);
  });

  registerEvents(app, simulation);
}

/** Server-sent events of one phone: `chat` whenever its page looks different. */
function registerEvents(app: FastifyInstance, { mailbox }: Simulation): void {
  const endings = new Set<() => void>();
  app.get<OnePhone>('/phone/:digits/events', (request, reply) => {
    const { digits } = request.params;
    reply.hijack();
    const stream = reply.raw;
    stream.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    stream.write('retry: 2000\nevent: chat\ndata: {}\n\n');
    const tell = (message: Message) => {
      if (message.number === digits) stream.write(`event: chat\ndata: {"seq":${message.seq}}\n\n`);
    };
    const heartbeat = setInterval(() => stream.write(': \n\n'), HEARTBEAT_MS).unref();
    mailbox.events.on('message', tell);
    const end = () => {
      clearInterval(heartbeat);
      mailbox.events.off('message', tell);
      endings.delete(end);
      stream.end();
    };
    endings.add(end);
    stream.on('close', end);
  });
  // Open streams would keep the server from closing.
  app.addHook('preClose', async () => {
    for (const end of endings) end();
  });
}

/** The customer taps one of the choices that a message offered; anything else is ignored, as on a real phone. */
function tap(simulation: Simulation, number: string, offer: Message | undefined, choice: string): void {
  const offered = offer?.number === number ? offer.content.choices : undefined;
  const row = offered?.rows.find(({ id }) => id === choice);
  if (!offer || !offered || !row || row.id === 'send_location') return;
  const content = { text: row.title };
  const fields = { interactive: { type: offered.kind, [offered.kind]: row } };
  receive(simulation, number, { type: 'interactive', content, fields, contextId: offer.id });
}

/** 0812..., 812..., 62812... and +62 812... all mean the same phone; undefined for what is no phone number. */
export function internationalDigits(typed: string): string | undefined {
  if (!/^\+?[\d\s().-]+$/.test(typed.trim())) return undefined;
  const digits = typed.replace(/\D/g, '').replace(/^00/, '').replace(/^0/, '62').replace(/^8/, '628');
  return digits.length >= 8 && digits.length <= 15 ? digits : undefined;
}
