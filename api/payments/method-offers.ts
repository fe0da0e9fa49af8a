import type { Sentences } from '../platform/graphql/user-errors.ts';
import { formatRupiah, type Rupiah } from '../platform/money.ts';
import { METHOD_LIMITS, type MethodOffer, PaymentMethod } from './payment-method.ts';
import type { PaymentSettings } from './payment-settings.ts';

/** What opening or switching a payment refuses with; a family that does so spreads these into its own. */
export const PAYMENT_REFUSALS = {
  METHOD_UNAVAILABLE: {
    id: 'Pesanan ini tidak bisa dibayar dengan cara itu.',
    en: 'This order cannot be paid that way.',
    means: 'The market does not offer the method, or the sum is outside its limits.',
  },
  NOT_PAYABLE: {
    id: 'Pesanan ini tidak menunggu pembayaran lagi.',
    en: 'This order does not wait for a payment any more.',
    means: 'It is paid, or over.',
  },
} satisfies Sentences;

/** Every method with its limits, and whether it is offered and can carry the sum (whole rupiah). Nothing can carry nothing. */
export function offeredMethods(total: Rupiah, settings: PaymentSettings): MethodOffer[] {
  return Object.values(PaymentMethod).map((method) => offerOf(method, total, settings));
}

/** One method for a sum. */
export function offerOf(method: PaymentMethod, total: Rupiah, { onlineMethods }: PaymentSettings): MethodOffer {
  const { minimum, maximum } = METHOD_LIMITS[method];
  const isOffered = method === 'CASH' || onlineMethods.includes(method);
  const reason = isOffered ? reasonAgainst(total, minimum, maximum) : NOT_OFFERED;
  return { method, isAvailable: reason === null, reason, minimum, maximum, fee: 0 };
}

const NOT_OFFERED: MethodOffer['reason'] = { id: 'Belum bisa dipakai di sini.', en: 'Not in use here yet.' };

function reasonAgainst(total: Rupiah, minimum: Rupiah, maximum: Rupiah | null): MethodOffer['reason'] {
  if (total < minimum)
    return { id: `Paling sedikit ${formatRupiah(minimum)}.`, en: `At least ${formatRupiah(minimum)}.` };
  if (maximum !== null && total > maximum)
    return { id: `Paling banyak ${formatRupiah(maximum)}.`, en: `At most ${formatRupiah(maximum)}.` };
  return null;
}
