/** A code that is on its way to a phone. */
export interface SentCode {
  /** E.164. */
  readonly phone: string;
  /** When another may be asked for, and when this one ends, as milliseconds of this device's clock. */
  readonly resendAt: number;
  readonly endsAt: number;
}

const KEPT = 'berjubel:kode';

/** The code that this tab waits for, so that one may leave for WhatsApp and come back; null when there is none any more. */
export function keptCode(): SentCode | null {
  const text = sessionStorage.getItem(KEPT);
  const sent = text ? (JSON.parse(text) as SentCode) : null;
  return sent && sent.endsAt > Date.now() ? sent : null;
}

/** Keeps it for this tab; null forgets it. */
export function keepCode(sent: SentCode | null): void {
  if (sent) sessionStorage.setItem(KEPT, JSON.stringify(sent));
  else sessionStorage.removeItem(KEPT);
}
