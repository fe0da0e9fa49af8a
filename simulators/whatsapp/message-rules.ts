import { asRecord } from '../stage/scope.ts';
import type { Content } from './content.ts';
import { Refusal } from './errors.ts';
import { needNumber, needRecord, needText, needUrl, optionalText } from './fields.ts';
import { readInteractive } from './interactive-rules.ts';
import { readTemplate } from './template-rules.ts';

/** A send call that follows the rules. */
export interface Sending {
  /** Digits of the recipient, without plus sign. */
  to: string;
  /** What was given as `to`, which the answer repeats. */
  input: string;
  type: string;
  content: Content;
  /** The message that this one quotes. */
  contextId?: string;
  /** Comes back in every status. */
  callbackData?: string;
}

type Fields = Record<string, unknown>;
const READERS: Record<string, (given: Fields) => Content> = {
  text: readText,
  interactive: readInteractive,
  template: readTemplate,
  image: readImage,
  location: readLocation,
};

/** Reads a send call, or throws the Refusal that the provider would answer. */
export function readSending(body: Fields): Sending {
  if (body.messaging_product !== 'whatsapp') throw new Refusal(100, 'messaging_product must be whatsapp');
  if (body.recipient_type !== undefined && body.recipient_type !== 'individual') {
    throw new Refusal(131009, 'recipient_type must be individual');
  }
  const { to, type = 'text' } = body;
  if (to === undefined || to === '') throw new Refusal(131008, 'to is required');
  const digits = typeof to === 'string' && /^\+?[\d\s().-]+$/.test(to) ? to.replace(/\D/g, '') : '';
  if (digits.length < 8 || digits.length > 15)
    throw new Refusal(131009, 'to is not a phone number in international form');
  const reader = typeof type === 'string' && Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!reader) throw new Refusal(100, `type must be one of ${Object.keys(READERS).join(', ')}`);
  return {
    to: digits,
    input: String(to),
    type: String(type),
    content: reader(needRecord(body, String(type))),
    contextId: contextOf(body),
    callbackData: optionalText(body, 'biz_opaque_callback_data', 512),
  };
}

function contextOf(body: Fields): string | undefined {
  const context = asRecord(body.context);
  return context ? needText(context, 'message_id', 512) : undefined;
}

function readText(given: Fields): Content {
  const { preview_url: preview } = given;
  if (preview !== undefined && typeof preview !== 'boolean')
    throw new Refusal(131009, 'text.preview_url is true or false');
  return { text: needText(given, 'body', 4_096) };
}

function readImage(given: Fields): Content {
  const { id, link } = given;
  if ((id === undefined) === (link === undefined)) throw new Refusal(131009, 'image needs either id or link');
  const image = link === undefined ? undefined : needUrl(given, 'link');
  if (id !== undefined) needText(given, 'id', 512);
  return { text: optionalText(given, 'caption', 1_024) ?? '', image };
}

function readLocation(given: Fields): Content {
  const latitude = needNumber(given, 'latitude', 90);
  const longitude = needNumber(given, 'longitude', 180);
  const name = optionalText(given, 'name', 1_000);
  return { text: '', place: { latitude, longitude, name, address: optionalText(given, 'address', 1_000) } };
}
