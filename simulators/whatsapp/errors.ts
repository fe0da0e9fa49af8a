import type { Answer } from '../stage/faults.ts';

/** The provider's error codes that this stand-in can answer: HTTP status and title. */
export const ERRORS: Record<number, { status: number; title: string }> = {
  1: { status: 500, title: 'API Unknown' },
  2: { status: 503, title: 'API Service' },
  4: { status: 429, title: 'API Too Many Calls' },
  10: { status: 403, title: 'Permission Denied' },
  33: { status: 400, title: 'Parameter value is not valid' },
  100: { status: 400, title: 'Invalid parameter' },
  190: { status: 401, title: 'Access token has expired' },
  368: { status: 403, title: 'Temporarily blocked for policies violations' },
  80007: { status: 429, title: 'Rate limit issues' },
  130429: { status: 429, title: 'Rate limit hit' },
  130472: { status: 400, title: "User's number is part of an experiment" },
  131000: { status: 500, title: 'Something went wrong' },
  131008: { status: 400, title: 'Required parameter is missing' },
  131009: { status: 400, title: 'Parameter value is not valid' },
  131016: { status: 503, title: 'Service unavailable' },
  131021: { status: 400, title: 'Recipient cannot be sender' },
  131026: { status: 400, title: 'Message undeliverable' },
  131031: { status: 403, title: 'Business account has been locked' },
  131042: { status: 400, title: 'Business eligibility payment issue' },
  131047: { status: 400, title: 'Re-engagement message' },
  131048: { status: 429, title: 'Spam rate limit hit' },
  131049: { status: 400, title: 'Meta chose not to deliver' },
  131050: { status: 400, title: 'User has stopped marketing messages' },
  131051: { status: 400, title: 'Unsupported message type' },
  131053: { status: 400, title: 'Media upload error' },
  131056: { status: 429, title: '(Business Account, Consumer Account) pair rate limit hit' },
  132000: { status: 400, title: 'Template Param Count Mismatch' },
  132001: { status: 404, title: 'Template does not exist in the translation' },
  132005: { status: 400, title: 'Template Hydrated Text Too Long' },
  132007: { status: 400, title: 'Template Format Character Policy Violated' },
  132012: { status: 400, title: 'Template Parameter Format Mismatch' },
  132015: { status: 400, title: 'Template is Paused' },
  132016: { status: 400, title: 'Template is Disabled' },
};

/** What is wrong with a call: one of the provider's codes, and a sentence about this case. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, details: string) {
    super(details);
    this.code = code;
  }
}

/** An error as the provider answers it. */
export function errorAnswer(code: number, details: string, traceId: string): Answer {
  const { status, title } = ERRORS[code] ?? { status: 400, title: 'Error' };
  const body = {
    error: {
      message: code === 190 ? `Error validating access token: ${details}` : `(#${code}) ${title}`,
      type: 'OAuthException',
      code,
      error_data: { messaging_product: 'whatsapp', details },
      fbtrace_id: traceId,
    },
  };
  return { status, body };
}
