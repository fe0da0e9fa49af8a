import { ArgsType, Field } from 'type-graphql';
import { connectionTypes, PageArgs } from '../../platform/graphql/connection.ts';
import { Dispute } from './dispute.ts';
import { DisputeStatus } from './dispute-status.ts';

/** Arguments of a list of disputes. */
@ArgsType()
export class DisputeListArgs extends PageArgs {
  @Field(() => [DisputeStatus], {
    nullable: true,
    description: 'Only disputes in one of these; all when left out. Live statuses alone list the oldest first.',
  })
  status?: DisputeStatus[] | null;
}

/** A page of disputes. */
export const { connection: DisputeConnection } = connectionTypes('Dispute', () => Dispute);
