import { registerEnumType } from 'type-graphql';

/** What keeps a line from being bought as it stands. */
export const CartLineIssue = {
  PRICE_CHANGED: 'PRICE_CHANGED',
  OUT_OF_STOCK: 'OUT_OF_STOCK',
  QUANTITY_REDUCED: 'QUANTITY_REDUCED',
  UNAVAILABLE: 'UNAVAILABLE',
} as const;
export type CartLineIssue = keyof typeof CartLineIssue;

registerEnumType(CartLineIssue, {
  name: 'CartLineIssue',
  description: 'What changed about a line since it was added.',
  valuesConfig: {
    PRICE_CHANGED: { description: 'The price is another now; the line can be bought at the new price.' },
    OUT_OF_STOCK: {
      description: 'None is left; the line is not counted and must be unticked or removed before ordering.',
    },
    QUANTITY_REDUCED: { description: 'Fewer are left than were asked for; the line is counted with what is left.' },
    UNAVAILABLE: {
      description: 'It is not sold any more; the line is not counted and must be unticked or removed before ordering.',
    },
  },
});
