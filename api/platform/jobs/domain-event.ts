/** Something that happened, recorded in the transaction that did it. Names are noun + participle: OrderPlaced. */
export interface DomainEvent {
  /** uuid v7. */
  readonly key: string;
  readonly name: string;
  /** Keys of the rows it is about, e.g. { orderKey, parcelKey }. */
  readonly subject: Readonly<Record<string, string>>;
  /** Further facts that listeners need. Never personal data: events are kept. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly at: Date;
}
