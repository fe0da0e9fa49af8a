import type { PaymentMethod } from '../../operations/generated/graphql.ts';

const KEPT = 'berjubel:cara-bayar';

/** How this browser paid last, null when it never did. */
export function rememberedMethod(): PaymentMethod | null {
  return localStorage.getItem(KEPT) as PaymentMethod | null;
}

/** Remembers it for the next order. */
export function rememberMethod(method: PaymentMethod): void {
  localStorage.setItem(KEPT, method);
}
