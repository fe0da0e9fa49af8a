import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A row of the event log: written by `appendEvent` alone, never changed. */
@Entity({ tableName: 'event' })
@Index({ name: 'event_at', properties: ['at'] })
@Index({
  name: 'event_of_order',
  expression: `create index event_of_order on event ((subject->>'orderKey'), at) where subject->>'orderKey' is not null`,
})
export class StoredEvent {
  @PrimaryKey({ type: 'uuid', fieldName: 'id' })
  key!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'json' })
  subject!: Record<string, string>;

  @Property({ type: 'json' })
  facts!: Record<string, unknown>;

  /** Account that acted, null for visitors and the program itself. */
  @Property({ type: 'uuid', fieldName: 'actor_id', nullable: true })
  actorKey!: string | null;

  @Property({ type: 'timestamptz' })
  at!: Date;
}
