import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A weekly round of payouts, so that each happens once, also when nobody was there at its time. */
@Entity({ tableName: 'payout_round' })
export class PayoutRound {
  /** The instant of the round. */
  @PrimaryKey({ type: 'timestamptz' })
  dueAt!: Date;

  /** When everybody had been looked at; null while it is under way. */
  @Property({ type: 'timestamptz', nullable: true })
  doneAt: Date | null = null;
}
