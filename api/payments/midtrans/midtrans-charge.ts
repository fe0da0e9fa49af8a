import { sumOfItems } from '../payment.ts';
import type { ChargeRequest } from '../payment-provider.ts';
import { cutText } from './cut-text.ts';

const LONGEST_TEXT = 50;
/** The provider's shortest expiry. */
const SHORTEST_SECONDS = 20;

/** The body of POST /v2/charge. Amounts are JSON integers; items that do not sum to the amount would have it refused, and are left out. */
export function chargeBody(request: ChargeRequest, returnUrl: string | null): object {
  const { amount, items, providerOrderId, secondsToPay } = request;
  return {
    ...methodPart(request, returnUrl),
    transaction_details: { order_id: providerOrderId, gross_amount: amount },
    ...(sumOfItems(items) === amount && {
      item_details: items.map(({ id, name, price, quantity }) => ({
        id: cutText(id, LONGEST_TEXT),
        name: cutText(name, LONGEST_TEXT),
        price,
        quantity,
      })),
    }),
    // From the provider's own clock on: ours may differ from it.
    custom_expiry: { expiry_duration: Math.max(SHORTEST_SECONDS, Math.ceil(secondsToPay)), unit: 'second' },
    custom_field1: request.orderCode,
  };
}

function methodPart({ method, orderCode }: ChargeRequest, returnUrl: string | null): object {
  switch (method) {
    case 'QRIS':
      return { payment_type: 'qris', qris: { acquirer: 'gopay' } };
    case 'GOPAY':
      return {
        payment_type: 'gopay',
        gopay: returnUrl === null ? {} : { enable_callback: true, callback_url: returnUrl },
      };
    case 'SHOPEEPAY':
      return { payment_type: 'shopeepay', shopeepay: returnUrl === null ? {} : { callback_url: returnUrl } };
    case 'INDOMARET':
      return { payment_type: 'cstore', cstore: { store: 'indomaret', message: `Berjubel ${orderCode}` } };
    case 'ALFAMART':
      // Printed on the payer's receipt, at most 40 characters.
      return { payment_type: 'cstore', cstore: { store: 'alfamart', alfamart_free_text_1: `Berjubel ${orderCode}` } };
    case 'VA_MANDIRI':
      // The bank cuts these at 10 and 30 characters.
      return { payment_type: 'echannel', echannel: { bill_info1: 'Pesanan:', bill_info2: orderCode.slice(0, 30) } };
    default:
      return { payment_type: 'bank_transfer', bank_transfer: { bank: method.slice('VA_'.length).toLowerCase() } };
  }
}
