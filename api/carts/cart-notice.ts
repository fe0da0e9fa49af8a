import { registerEnumType } from 'type-graphql';

/** What can happen to a cart without its buyer asking for it. */
export const CartNoticeCode = { QUANTITY_CUT: 'QUANTITY_CUT', MERGED: 'MERGED' } as const;
export type CartNoticeCode = keyof typeof CartNoticeCode;

registerEnumType(CartNoticeCode, {
  name: 'CartNoticeCode',
  description: 'What happened to a cart.',
  valuesConfig: {
    QUANTITY_CUT: { description: 'More was asked for than there is; the quantity was cut to the stock.' },
    MERGED: { description: 'Lines of the cart before signing in were added.' },
  },
});

/** A notice as it is kept with the cart; the sentence is chosen when it is read. */
export interface StoredNotice {
  readonly code: CartNoticeCode;
  /** The line it is about, null when it is about the cart. */
  readonly lineKey: string | null;
  /** Figures for the sentence: asked, left, lines. */
  readonly values: Readonly<Record<string, string | number>>;
}
