import { once } from 'node:events';
import { join } from 'node:path';
import { startMidtransSimulator, startWhatsAppSimulator } from '../../../simulators/index.ts';
import { stageNow } from './shifted-clock.ts';

/**
 * The providers' stand-ins, with their books on disk: `simulators-process.ts <folder> <settings as JSON>`. Prints their addresses as
 * one line of JSON and ends when its input closes.
 */
const [folder = '', settings = '{}'] = process.argv.slice(2);
const { serverKey, token, appSecret, market, seed } = JSON.parse(settings) as Record<string, string>;
const ended = once(process.stdin.resume(), 'end');
const clock = { now: stageNow };
const midtrans = await startMidtransSimulator({
  serverKey: serverKey ?? '',
  clock,
  seed: Number(seed),
  notificationUrl: `${market}/payments/midtrans/notifications`,
  booksFile: join(folder, 'midtrans.json'),
});
const whatsapp = await startWhatsAppSimulator({
  token: token ?? '',
  appSecret: appSecret ?? '',
  clock,
  seed: Number(seed),
  webhookUrl: `${market}/messaging/whatsapp/webhook`,
  booksFile: join(folder, 'whatsapp.json'),
});
// The stage's clock is moved by a file, which nobody tells the stand-ins of.
const following = setInterval(() => {
  midtrans.clock.sync();
  whatsapp.clock.sync();
}, 200);
process.stdout.write(`${JSON.stringify({ midtrans: midtrans.url, whatsapp: whatsapp.url })}\n`);
await ended;
clearInterval(following);
await midtrans.close();
await whatsapp.close();
