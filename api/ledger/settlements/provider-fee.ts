import { PrimaryKeyProp } from '@mikro-orm/core';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { type Rupiah, RupiahColumn } from '../../platform/money.ts';

/** What the provider keeps of a payment, from a day on: a share and a sum. A new agreement is a new row. */
@Entity({ tableName: 'provider_fee' })
@Check({ name: 'provider_fee_range', expression: 'basis_points >= 0 and basis_points <= 10000 and flat >= 0' })
export class ProviderFee {
  declare [PrimaryKeyProp]?: ['method', 'validFrom'];

  /** A method of payment, as payments name it. */
  @PrimaryKey({ type: 'text' })
  method!: string;

  /** First day (WIB) of payments for which it holds. */
  @PrimaryKey({ type: 'date' })
  validFrom!: string;

  /** Hundredths of a percent of the payment, rounded half up. */
  @Property({ type: 'integer' })
  basisPoints!: number;

  /** In rupiah for each payment, VAT included. */
  @Property({ type: RupiahColumn })
  flat!: Rupiah;
}
