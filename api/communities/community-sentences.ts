import { COMMON, errorFamily, payloadType, type Sentences } from '../platform/graphql/user-errors.ts';
import { Community } from './community.ts';
import { Widget } from './widget.ts';

const NOT_FOUND = COMMON.NOT_FOUND;

const IDEMPOTENCY = {
  IDEMPOTENCY_KEY_INVALID: COMMON.IDEMPOTENCY_KEY_INVALID,
  IDEMPOTENCY_KEY_REUSED: COMMON.IDEMPOTENCY_KEY_REUSED,
} satisfies Sentences;

const WIDGET_SENTENCES = {
  TITLE_INVALID: {
    id: 'Judul 1 sampai 80 huruf.',
    en: 'A title has 1 to 80 characters.',
    means: 'The title is empty or too long.',
  },
  ORIGIN_INVALID: {
    id: 'Tulis asal situs seperti https://rw05.example, paling banyak 20.',
    en: 'Write an origin like https://rw05.example, at most 20.',
    means: 'Not an origin (scheme, host and port, without a path), none at all, or more than 20.',
  },
  SCOPE_UNKNOWN: {
    id: 'Kecamatan, kategori, atau penjual ini tidak ada.',
    en: 'There is no such kecamatan, category or seller.',
    means: 'A slug of the scope names nothing, or more than 100 sellers were named.',
  },
} satisfies Sentences;

/** Refusals of registerCommunity. */
export const REGISTER_COMMUNITY = errorFamily('RegisterCommunity', {
  ...IDEMPOTENCY,
  NAME_INVALID: {
    id: 'Nama 3 sampai 80 huruf.',
    en: 'A name has 3 to 80 characters.',
    means: 'The name is too short or too long.',
  },
  SITE_INVALID: {
    id: 'Tulis alamat situs lengkap, seperti https://rw05.example.',
    en: 'Write the whole address of the site, like https://rw05.example.',
    means: 'The address is not an http or https address.',
  },
  SCOPE_UNKNOWN: WIDGET_SENTENCES.SCOPE_UNKNOWN,
  TOO_MANY_COMMUNITIES: {
    id: 'Satu orang mengelola paling banyak {limit} situs.',
    en: 'One person keeps at most {limit} sites.',
    means: 'The person manages as many communities as allowed.',
  },
});

/** What registerCommunity gives back. */
export const RegisterCommunityPayload = payloadType(REGISTER_COMMUNITY, {
  community: { type: () => Community, description: 'The community.' },
});

const widget = { widget: { type: () => Widget, description: 'The widget as it now is.' } };

/** Refusals of createWidget. */
export const CREATE_WIDGET = errorFamily('CreateWidget', { NOT_FOUND, ...IDEMPOTENCY, ...WIDGET_SENTENCES });
/** What createWidget gives back. */
export const CreateWidgetPayload = payloadType(CREATE_WIDGET, widget);

/** Refusals of updateWidget. */
export const UPDATE_WIDGET = errorFamily('UpdateWidget', { NOT_FOUND, ...WIDGET_SENTENCES });
/** What updateWidget gives back. */
export const UpdateWidgetPayload = payloadType(UPDATE_WIDGET, widget);

/** Refusals of rotateWidgetKey. */
export const ROTATE_WIDGET_KEY = errorFamily('RotateWidgetKey', { NOT_FOUND });
/** What rotateWidgetKey gives back. */
export const RotateWidgetKeyPayload = payloadType(ROTATE_WIDGET_KEY, widget);
