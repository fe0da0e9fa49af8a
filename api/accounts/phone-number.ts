import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';

/** Zeros of the decimal digits that people's keyboards send: ASCII, full width, Arabic-Indic, Persian. */
const ZEROS = [0x30, 0xff10, 0x0660, 0x06f0];

/** What people put between digits: spaces of every kind, dots, dashes, brackets, slashes, invisible marks. */
const BETWEEN = /[\s.\-()[\]/\u00ad\u2010-\u2015\u2212\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** The text with its digits in ASCII; null when they come from two scripts, which no person types. */
function asciiDigits(text: string): string | null {
  const scripts = new Set<number>();
  const ascii = text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10) ?? 0;
    scripts.add(zero);
    return zero === 0 ? digit : String(code - zero);
  });
  return scripts.size > 1 ? null : ascii;
}

/**
 * E.164 form of a phone number as people in Indonesia write it (0812…, 812…, 62812…, +62 0812…, 0062…, foreign with +);
 * null when it is none.
 */
export function normalisePhone(text: string): string | null {
  if (text.length > 40) return null;
  const bare = asciiDigits(text.normalize('NFC').replaceAll('\uff0b', '+'))?.replace(BETWEEN, '');
  if (!bare || !/^\+?\d{8,17}$/.test(bare)) return null;
  const international = bare.replace(/^00(?=[1-9])/, '+');
  const candidate = international.startsWith('+') ? international : withCountry(international);
  const parsed = parsePhoneNumberFromString(candidate.replace(/^\+620+/, '+62'));
  if (!parsed) return null;
  if (parsed.countryCallingCode === '62' && isIndonesianMobile(parsed.number)) return parsed.number;
  return parsed.isValid() ? parsed.number : null;
}

function withCountry(digits: string): string {
  return digits.startsWith('62') ? `+${digits}` : `+62${digits.replace(/^0/, '')}`;
}

/** Whether an E.164 number is an Indonesian mobile: the only ones that get a one-time code. */
export function isIndonesianMobile(phone: string): boolean {
  return /^\+628\d{8,11}$/.test(phone);
}

function phone(value: unknown): string {
  const normal = typeof value === 'string' ? normalisePhone(value) : null;
  if (!normal) {
    throw new GraphQLError('PhoneNumber is a phone number, e.g. 0812-3456-7890 or +6281234567890.', {
      extensions: { code: 'BAD_USER_INPUT' },
    });
  }
  return normal;
}

/** GraphQL scalar for phone numbers. */
export const PhoneNumberScalar = new GraphQLScalarType<string, string>({
  name: 'PhoneNumber',
  description: 'A phone number in E.164, e.g. +6281234567890. Indonesian ways of writing (0812-3456-7890) are taken.',
  serialize: String,
  parseValue: phone,
  parseLiteral(node) {
    return phone(node.kind === Kind.STRING ? node.value : null);
  },
});
