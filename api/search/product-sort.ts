import { registerEnumType } from 'type-graphql';

/** The order of a list of products. */
export enum ProductSort {
  RELEVANCE = 'RELEVANCE',
  NEWEST = 'NEWEST',
  PRICE_ASC = 'PRICE_ASC',
  PRICE_DESC = 'PRICE_DESC',
  NEAREST = 'NEAREST',
}

registerEnumType(ProductSort, {
  name: 'ProductSort',
  description: 'The order of a list of products.',
  valuesConfig: {
    RELEVANCE: {
      description:
        'What fits the words best, at most 1,000 results; without words what is in stock, and of that what sells and is rated best, without end.',
    },
    NEWEST: { description: 'What went on sale last.' },
    PRICE_ASC: { description: 'The cheapest first, by the cheapest variant.' },
    PRICE_DESC: { description: 'The dearest first, by the cheapest variant.' },
    NEAREST: { description: 'The shop nearest to `near` first; `near` is then required.' },
  },
});
