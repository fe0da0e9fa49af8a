import { registerEnumType } from 'type-graphql';

/** How a difference about money is put right in the ledger when its task ends. */
export enum TaskCorrection {
  PAID_BACK_BY_TRANSFER = 'PAID_BACK_BY_TRANSFER',
  BORNE_BY_MARKET = 'BORNE_BY_MARKET',
}

registerEnumType(TaskCorrection, {
  name: 'TaskCorrection',
  description: 'How a difference about money is put right in the ledger when its task ends.',
  valuesConfig: {
    PAID_BACK_BY_TRANSFER: {
      description:
        'The provider holds money that no book knows, and it was sent back to its payer from our bank account: provider clearing against bank.',
    },
    BORNE_BY_MARKET: {
      description:
        'The provider holds less than our books say, and nobody makes up for it: provider fee against provider clearing.',
    },
  },
});
