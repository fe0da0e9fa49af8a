import { MidtransProvider } from '../../api/payments/index.ts';
import type { MidtransOptions } from '../../api/payments/midtrans/midtrans-call.ts';
import type { ChargeRequest } from '../../api/payments/payment-provider.ts';
import { startMidtransSimulator } from '../../simulators/index.ts';

export const SERVER_KEY = 'SB-Mid-server-BERJUBEL-TEST';

/** The strings behind a simulator's stage. */
export interface Stage {
  readonly url: string;
  control(path: string, body?: object, method?: string): Promise<unknown>;
}

/** Pulls the strings of a simulator that is reached under this address. */
export function stageAt(url: string): Stage {
  return {
    url,
    async control(path, body = {}, method = 'POST') {
      const init = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
      const answer = await fetch(`${url}/__sim/${path}`, method === 'GET' ? {} : init);
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
  };
}

/** How often a call reached the simulator about an order. */
export async function callsOf(stage: Stage, call: string, order: string): Promise<number> {
  const calls = (await stage.control(`requests?order=${order}`, undefined, 'GET')) as { call: string }[];
  return calls.filter((each) => each.call === call).length;
}

/** A simulator and our provider in front of it. */
export async function aProvider(options: Partial<MidtransOptions> = {}) {
  const simulator = await startMidtransSimulator({ serverKey: SERVER_KEY, seed: 11 });
  const provider = new MidtransProvider({
    environment: 'sandbox',
    serverKey: SERVER_KEY,
    merchantId: null,
    baseUrl: simulator.url,
    timeoutMs: 1_000,
    ...options,
  });
  const { control } = stageAt(simulator.url);
  return {
    url: simulator.url,
    books: simulator.books,
    provider,
    control,
    async close() {
      provider.close();
      await simulator.close();
    },
  };
}

let charges = 0;

/** A charge of an id of its own. */
export function aChargeRequest(changes: Partial<ChargeRequest> = {}): ChargeRequest {
  charges += 1;
  const orderCode = `BJ-TEST${charges}`;
  return {
    providerOrderId: `${orderCode}-a1`,
    idempotencyKey: `key-${charges}-${process.pid}-charge`,
    orderCode,
    method: 'QRIS',
    amount: 25_000,
    items: [
      { id: 'keripik', name: 'Keripik singkong balado', price: 11_500, quantity: 2 },
      { id: 'titik', name: 'Biaya titik ambil', price: 2_000, quantity: 1 },
    ],
    secondsToPay: 900,
    ...changes,
  };
}
