import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MidtransProvider, PaymentMethod } from '../../api/payments/index.ts';
import type { ChargeRequest, PaymentProvider } from '../../api/payments/payment-provider.ts';
import { aProvider, SERVER_KEY } from '../payments/a-provider.ts';

/** One set of promises for the simulator and, when its key is given, for Midtrans' own sandbox. */
const sandboxKey = process.env.MIDTRANS_SANDBOX_SERVER_KEY ?? '';

interface Opened {
  readonly provider: PaymentProvider;
  close(): Promise<void> | void;
}

const PROVIDERS: readonly { name: string; available: boolean; open(): Promise<Opened> | Opened }[] = [
  { name: 'the simulator', available: true, open: () => aProvider({ serverKey: SERVER_KEY }) },
  {
    name: "Midtrans' sandbox",
    available: sandboxKey !== '',
    open() {
      const provider = new MidtransProvider({ environment: 'sandbox', serverKey: sandboxKey, merchantId: null });
      return { provider, close: () => provider.close() };
    },
  },
];

const aRequest = (method: ChargeRequest['method']): ChargeRequest => {
  const id = randomUUID();
  return {
    providerOrderId: `BJ-${id}`,
    idempotencyKey: id,
    orderCode: 'BJ-CONTRACT',
    method,
    amount: 25_000,
    items: [{ id: 'keripik', name: 'Keripik singkong', price: 25_000, quantity: 1 }],
    secondsToPay: 900,
  };
};

for (const { name, available, open } of PROVIDERS) {
  (available ? describe : describe.skip)(`payments through ${name}`, () => {
    let opened: Opened;
    beforeAll(async () => {
      opened = await open();
    });
    afterAll(() => opened.close());

    const METHODS = Object.values(PaymentMethod).filter((method) => method !== 'CASH');
    test.each(METHODS)('%s: charged, found pending, called off once', async (method) => {
      const request = aRequest(method);
      const charged = await opened.provider.charge(request);
      expect(charged).toMatchObject({ kind: 'CHARGED', state: { status: 'PENDING', amount: 25_000, currency: 'IDR' } });
      const { qrText, qrImageUrl, deeplinkUrl, vaNumber, billKey, paymentCode } =
        charged.kind === 'CHARGED' ? charged.state.instructions : ({} as never);
      expect([qrText, qrImageUrl, deeplinkUrl, vaNumber, billKey, paymentCode].some((way) => way !== null)).toBe(true);
      const found = await opened.provider.status(request.providerOrderId);
      expect(found).toMatchObject({ kind: 'FOUND', state: { status: 'PENDING' } });
      expect(await opened.provider.cancel(request.providerOrderId)).toEqual({ kind: 'DONE' });
      expect(await opened.provider.status(request.providerOrderId)).toMatchObject({ state: { status: 'CANCELLED' } });
    });

    test('the same charge twice is one charge', async () => {
      const request = aRequest('QRIS');
      const [first, second] = [await opened.provider.charge(request), await opened.provider.charge(request)];
      const idOf = (outcome: typeof first) => (outcome.kind === 'CHARGED' ? outcome.state.transactionId : outcome.kind);
      expect(idOf(second)).toBe(idOf(first));
    });

    test('an id that nobody charged is not found', async () => {
      expect(await opened.provider.status(`BJ-${randomUUID()}`)).toEqual({ kind: 'NOT_FOUND' });
    });

    test('a charge that is not paid cannot be refunded', async () => {
      const request = aRequest('QRIS');
      await opened.provider.charge(request);
      const refund = await opened.provider.refund(request.providerOrderId, `r-${randomUUID()}`, 1_000, 'contract');
      expect(refund.kind).toBe('REFUSED');
    });
  });
}
