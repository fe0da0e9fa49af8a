import { registerEnumType } from 'type-graphql';

/** What a voucher takes off. */
export const VoucherKind = { PERCENTAGE: 'PERCENTAGE', AMOUNT: 'AMOUNT', FREE_POINT_FEE: 'FREE_POINT_FEE' } as const;
export type VoucherKind = keyof typeof VoucherKind;

registerEnumType(VoucherKind, {
  name: 'VoucherKind',
  description: 'What a voucher takes off.',
  valuesConfig: {
    PERCENTAGE: { description: 'So many percent of the goods in its scope, up to its cap.' },
    AMOUNT: { description: 'A sum off the goods in its scope, never more than they cost.' },
    FREE_POINT_FEE: { description: "The pickup point's fee of each parcel with goods in its scope." },
  },
});

/** How often a voucher's limits begin anew, by the clock of Depok. */
export const VoucherPeriod = { DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH' } as const;
export type VoucherPeriod = keyof typeof VoucherPeriod;

registerEnumType(VoucherPeriod, {
  name: 'VoucherPeriod',
  description: 'How often the limits of a voucher begin anew.',
  valuesConfig: {
    DAY: { description: 'Each day, midnight to midnight WIB.' },
    WEEK: { description: 'Each week, Monday to Sunday WIB.' },
    MONTH: { description: 'Each month, from its first day at midnight WIB.' },
  },
});

/** How a voucher stands at an instant. */
export const VoucherStatus = { COMING: 'COMING', RUNNING: 'RUNNING', USED_UP: 'USED_UP', OVER: 'OVER' } as const;
export type VoucherStatus = keyof typeof VoucherStatus;

registerEnumType(VoucherStatus, {
  name: 'VoucherStatus',
  description: 'How a voucher stands now.',
  valuesConfig: {
    COMING: { description: 'Its time has not begun.' },
    RUNNING: { description: 'It can be used.' },
    USED_UP: { description: 'It was used as often as it may be; an order that ends unpaid gives its use back.' },
    OVER: { description: 'Its time is over, or it was ended.' },
  },
});
