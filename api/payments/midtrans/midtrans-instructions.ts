import type { PaymentInstructions } from '../payment-instructions.ts';

type Body = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** What the payer needs, out of a charge or status answer. Each bank tells it in another place. */
export function readInstructions(body: Body, simulatorPages: string | null): PaymentInstructions {
  const va = readVirtualAccount(body);
  const transactionId = text(body.transaction_id);
  return {
    qrText: text(body.qr_string),
    qrImageUrl: actionUrl(body, 'generate-qr-code'),
    deeplinkUrl: actionUrl(body, 'deeplink-redirect'),
    vaBank: va?.bank ?? null,
    vaNumber: va?.number ?? null,
    billerCode: text(body.biller_code),
    billKey: text(body.bill_key),
    paymentCode: text(body.payment_code),
    simulatorUrl: simulatorPages !== null && transactionId !== null ? `${simulatorPages}/pay/${transactionId}` : null,
  };
}

/** Permata has a field of its own; the other banks come in a list. */
function readVirtualAccount(body: Body): { bank: string; number: string } | null {
  const permata = text(body.permata_va_number);
  if (permata) return { bank: 'PERMATA', number: permata };
  const [first] = Array.isArray(body.va_numbers) ? (body.va_numbers as Body[]) : [];
  const number = text(first?.va_number);
  return number ? { bank: (text(first?.bank) ?? '').toUpperCase(), number } : null;
}

function actionUrl(body: Body, name: string): string | null {
  const actions = Array.isArray(body.actions) ? (body.actions as Body[]) : [];
  return text(actions.find((action) => action.name === name)?.url);
}
