import { createHash, timingSafeEqual } from 'node:crypto';
import type { NotificationReading } from '../payment-provider.ts';

/** Takes a notification apart. The signature covers order, code and amount, not the status: so the status is only a claim. */
export function readMidtransNotification(
  body: string,
  serverKey: string,
  merchantId: string | null,
): NotificationReading {
  const fields = readFields(body);
  if (!fields) return { kind: 'MALFORMED' };
  const { orderId, statusCode, grossAmount, signature } = fields;
  if (!isSignedWith(serverKey, `${orderId}${statusCode}${grossAmount}`, signature)) return { kind: 'FORGED' };
  if (merchantId !== null && fields.merchantId !== null && fields.merchantId !== merchantId) return { kind: 'FORGED' };
  return { kind: 'GENUINE', providerOrderId: orderId, claimedStatus: fields.status };
}

function isSignedWith(serverKey: string, text: string, signature: string): boolean {
  const wanted = createHash('sha512').update(`${text}${serverKey}`).digest();
  const given = Buffer.from(/^[0-9a-f]{128}$/i.test(signature) ? signature : '', 'hex');
  return timingSafeEqual(wanted, given.length === wanted.length ? given : Buffer.alloc(wanted.length));
}

function readFields(body: string):
  | (Record<'orderId' | 'statusCode' | 'grossAmount' | 'signature' | 'status', string> & {
      merchantId: string | null;
    })
  | null {
  const given = parse(body);
  if (!given) return null;
  const { order_id, status_code, gross_amount, signature_key, transaction_status, merchant_id } = given;
  const signed = [order_id, status_code, gross_amount, signature_key];
  if (!signed.every((value) => typeof value === 'string' && value.length > 0 && value.length <= 200)) return null;
  return {
    orderId: order_id as string,
    statusCode: status_code as string,
    grossAmount: gross_amount as string,
    signature: signature_key as string,
    status: String(transaction_status ?? '').slice(0, 50),
    merchantId: typeof merchant_id === 'string' ? merchant_id : null,
  };
}

/** Lenient: unknown fields pass; what is not a JSON object is null. */
function parse(body: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
