import { refuseInTransaction } from '../platform/database/outside-call.ts';
import { passMarkedPoint } from '../platform/marked-point.ts';
import type { MessageSender, SendOutcome, TemplateMessage } from './message-sender.ts';
import { failureOf } from './whatsapp-errors.ts';

/** The provider answers within a second or two; a stuck connection must not hold a worker for long. */
const TIMEOUT_MS = 10_000;
/** The code of a message that got no answer. */
const NO_ANSWER = 0;

/** How the WhatsApp Cloud API is reached. */
export interface WhatsAppCloudOptions {
  /** E.g. https://graph.facebook.com, or the simulator. */
  readonly apiUrl: string;
  /** E.g. v23.0. */
  readonly version: string;
  readonly phoneNumberId: string;
  readonly token: string;
  /** False for the simulator. */
  readonly isReal: boolean;
  readonly timeoutMs?: number;
}

/** Sends by the WhatsApp Cloud API, over HTTP. */
export function whatsAppCloud(options: WhatsAppCloudOptions): MessageSender {
  const { apiUrl, version, phoneNumberId, token, isReal, timeoutMs = TIMEOUT_MS } = options;
  const address = `${apiUrl.replace(/\/+$/, '')}/${version}/${phoneNumberId}/messages`;
  return {
    isReal,
    async send(message) {
      refuseInTransaction('WhatsApp: send');
      const request = {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(wireForm(message)),
        signal: AbortSignal.timeout(timeoutMs),
        redirect: 'error',
      } as const;
      passMarkedPoint('before', 'call of', () => ['whatsapp send']);
      const answer = await fetch(address, request)
        .then(async (response) => ({ status: response.status, body: parsed(await response.text()) }))
        .catch((error: unknown) => {
          if (isNetworkTrouble(error)) return null;
          throw error;
        });
      passMarkedPoint('after', 'call of', () => ['whatsapp send']);
      return answer === null
        ? { kind: 'TRANSIENT', code: NO_ANSWER, retryAfterSeconds: 0 }
        : outcomeOf(answer.status, answer.body);
    },
  };
}

/** A refused or cut connection and a timeout: the message may have left or not, and is tried again. Fetch tells them by name. */
function isNetworkTrouble(error: unknown): boolean {
  const { name, cause } = error as { name?: unknown; cause?: unknown };
  return name === 'TimeoutError' || (name === 'TypeError' && cause !== undefined);
}

function wireForm({ to, template, language, parameters, reference }: TemplateMessage): object {
  const text = parameters.map((value) => ({ type: 'text', text: value }));
  const body = { type: 'body', parameters: text };
  // A one-time code is given twice: the button copies it.
  const button = { type: 'button', sub_type: 'url', index: '0', parameters: text.slice(0, 1) };
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: to.replace(/^\+/, ''),
    type: 'template',
    biz_opaque_callback_data: reference,
    template: {
      name: template,
      language: { code: language },
      components: template === 'otp' ? [body, button] : [body],
    },
  };
}

interface CloudAnswer {
  readonly messages?: readonly { readonly id?: unknown }[];
  readonly error?: { readonly code?: unknown };
}

function parsed(text: string): CloudAnswer {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch (error) {
    // A gateway in between answers with a page of its own.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function outcomeOf(status: number, body: CloudAnswer): SendOutcome {
  const providerId = body.messages?.[0]?.id;
  if (status < 300 && typeof providerId === 'string') return { kind: 'ACCEPTED', providerId };
  const code = typeof body.error?.code === 'number' ? body.error.code : null;
  return { code: code ?? status, ...failureOf(code, status) };
}
