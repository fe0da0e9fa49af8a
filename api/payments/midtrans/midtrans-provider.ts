import type { Rupiah } from '../../platform/money.ts';
import {
  type CallOffOutcome,
  type ChargeOutcome,
  type ChargeRequest,
  type NotificationReading,
  type PaymentProvider,
  type ProviderState,
  ProviderUnavailable,
  type RefundOutcome,
  type StatusOutcome,
  UnreadableAnswer,
} from '../payment-provider.ts';
import { cutText } from './cut-text.ts';
import { type CoreAnswer, MidtransCall, type MidtransOptions } from './midtrans-call.ts';
import { chargeBody } from './midtrans-charge.ts';
import { readMidtransNotification } from './midtrans-notification.ts';
import { readState } from './midtrans-state.ts';

/** Characters of a refund's reason that it takes. */
const LONGEST_REASON = 255;

/** Midtrans' Core API behind our port. Codes in bodies decide; sentences never do. */
export class MidtransProvider implements PaymentProvider {
  readonly #options: MidtransOptions;
  readonly #call: MidtransCall;

  constructor(options: MidtransOptions) {
    this.#options = options;
    this.#call = new MidtransCall(options);
  }

  /** Charges once: a repeated call is answered as the first (key), or refused as a duplicate and then adopted. */
  async charge(request: ChargeRequest): Promise<ChargeOutcome> {
    const { providerOrderId, idempotencyKey, orderCode } = request;
    const body = chargeBody(request, this.#options.returnUrl?.(orderCode) ?? null);
    try {
      const answer = await this.#call.run('charge', providerOrderId, (client) => client.charge(body), idempotencyKey);
      if (answer.code === '406') return await this.#adopt(providerOrderId);
      const state = this.#state('charge', answer);
      return state ? { kind: 'CHARGED', state } : { kind: 'REFUSED', code: answer.code };
    } catch (error) {
      if (error instanceof ProviderUnavailable) return { kind: 'UNKNOWN', why: error.why };
      throw error;
    }
  }

  async status(providerOrderId: string): Promise<StatusOutcome> {
    const answer = await this.#call.run('status', providerOrderId, (client) =>
      client.transaction.status(providerOrderId),
    );
    if (answer.code === '404') return { kind: 'NOT_FOUND' };
    const state = this.#state('status', answer);
    if (!state) throw new ProviderUnavailable('status', `code ${answer.code} without a transaction`);
    return { kind: 'FOUND', state: this.#withPicture(state) };
  }

  cancel(providerOrderId: string): Promise<CallOffOutcome> {
    return this.#callOff('cancel', providerOrderId);
  }

  expire(providerOrderId: string): Promise<CallOffOutcome> {
    return this.#callOff('expire', providerOrderId);
  }

  async refund(providerOrderId: string, refundKey: string, amount: Rupiah, reason: string): Promise<RefundOutcome> {
    const parameter = { refund_key: refundKey, amount, reason: cutText(reason, LONGEST_REASON) };
    const answer = await this.#call.run(
      'refund',
      providerOrderId,
      (client) => client.transaction.refund(providerOrderId, parameter),
      refundKey,
    );
    // A key that is known already means that an earlier call got through.
    if (answer.code === '406') return this.#refundedBefore(providerOrderId, refundKey);
    const state = this.#state('refund', answer);
    const isRefunded = state?.status === 'REFUNDED' || state?.status === 'PARTLY_REFUNDED';
    return answer.code === '200' && state && isRefunded
      ? { kind: 'ACCEPTED', answer: state.answer }
      : { kind: 'REFUSED', code: answer.code };
  }

  readNotification(body: string): NotificationReading {
    return readMidtransNotification(body, this.#options.serverKey, this.#options.merchantId);
  }

  close(): void {
    this.#call.close();
  }

  async #callOff(verb: 'cancel' | 'expire', providerOrderId: string): Promise<CallOffOutcome> {
    const { code } = await this.#call.run(verb, providerOrderId, (client) => client.transaction[verb](providerOrderId));
    if (code === '200' || code === '407') return { kind: 'DONE' };
    return { kind: code === '404' ? 'NOT_FOUND' : 'TOO_LATE' };
  }

  async #adopt(providerOrderId: string): Promise<ChargeOutcome> {
    const found = await this.status(providerOrderId);
    return found.kind === 'FOUND'
      ? { kind: 'CHARGED', state: found.state }
      : { kind: 'UNKNOWN', why: 'a duplicate that is not there' };
  }

  async #refundedBefore(providerOrderId: string, refundKey: string): Promise<RefundOutcome> {
    const found = await this.status(providerOrderId);
    const isThere = found.kind === 'FOUND' && found.state.refunds.some((refund) => refund.refundKey === refundKey);
    return isThere ? { kind: 'ACCEPTED', answer: found.state.answer } : { kind: 'REFUSED', code: '406' };
  }

  /** The charge in an answer; null when it names none. An answer of another merchant, or one we cannot read, is no answer. */
  #state(call: string, answer: CoreAnswer): ProviderState | null {
    if (answer.body.transaction_id === undefined) return null;
    const state = readState(answer.body, this.#options.payerPages ?? null);
    const { merchantId } = this.#options;
    if (!state) throw new UnreadableAnswer(call, 'an answer that we cannot read');
    if (merchantId !== null && state.merchantId !== null && state.merchantId !== merchantId) {
      throw new UnreadableAnswer(call, 'an answer about another merchant');
    }
    return state;
  }

  /** Status answers leave out the QR code; its picture has a fixed address, so that an adopted charge can still be paid. */
  #withPicture(state: ProviderState): ProviderState {
    const kind = (state.answer as { payment_type?: unknown }).payment_type;
    if (kind !== 'qris' && kind !== 'gopay') return state;
    const base = this.#options.payerPages ?? this.#call.baseUrl;
    const qrImageUrl = state.instructions.qrImageUrl ?? `${base}/v2/${kind}/${state.transactionId}/qr-code`;
    return { ...state, instructions: { ...state.instructions, qrImageUrl } };
  }
}
