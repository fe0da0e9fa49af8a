import { registerEnumType } from 'type-graphql';

/** Where a listing stands. */
export enum ProductStatus {
  DRAFT = 'DRAFT',
  ACTIVE = 'ACTIVE',
  ARCHIVED = 'ARCHIVED',
  BLOCKED = 'BLOCKED',
}

registerEnumType(ProductStatus, {
  name: 'ProductStatus',
  description: 'Where a listing stands.',
  valuesConfig: {
    DRAFT: { description: 'Being written; only its seller sees it.' },
    ACTIVE: { description: 'On sale, for everyone to see.' },
    ARCHIVED: { description: 'Taken off sale by its seller.' },
    BLOCKED: { description: 'Taken down by a curator of the city, with a reason.' },
  },
});
