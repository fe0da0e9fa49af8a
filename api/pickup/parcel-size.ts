import { registerEnumType } from 'type-graphql';
import type { Rupiah } from '../platform/money.ts';

/** How much shelf a parcel takes; the fee of the point goes by it. */
export enum ParcelSize {
  SMALL = 'SMALL',
  MEDIUM = 'MEDIUM',
  LARGE = 'LARGE',
}

registerEnumType(ParcelSize, {
  name: 'ParcelSize',
  description: 'How much shelf a parcel takes; the fee of the point goes by it.',
  valuesConfig: {
    SMALL: { description: 'Up to 2 kg.' },
    MEDIUM: { description: 'Up to 7 kg.' },
    LARGE: { description: 'Above 7 kg.' },
  },
});

/** What the buyer pays a point for each parcel, in rupiah. */
export const POINT_FEES: Readonly<Record<ParcelSize, Rupiah>> = { SMALL: 2_000, MEDIUM: 3_000, LARGE: 5_000 };

/** What the buyer pays the point for a parcel of this size, in rupiah. */
export function pointFee(size: ParcelSize): Rupiah {
  return POINT_FEES[size];
}

/** The size of a parcel of this weight in grams. */
export function parcelSizeOf(weightGrams: number): ParcelSize {
  if (weightGrams <= 2_000) return ParcelSize.SMALL;
  return weightGrams <= 7_000 ? ParcelSize.MEDIUM : ParcelSize.LARGE;
}
