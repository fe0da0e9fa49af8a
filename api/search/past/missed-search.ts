import { Field, Int, ObjectType } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import { Access } from '../../platform/graphql/access.ts';

@ObjectType({
  description: 'Words that were searched for in a week and not found, or only in part.',
  simpleResolvers: true,
})
@Access(curator)
export class MissedSearch {
  @Field(() => String, { description: 'The words, as searches are read.' })
  words!: string;

  @Field(() => Int, { description: 'Callers who searched for them, each counted once a day.' })
  asked!: number;

  @Field(() => Int, { description: 'Of these, how many found nothing.' })
  missed!: number;

  @Field(() => Int, { description: 'Of these, how many found something only because words were left out.' })
  relaxed!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Callers who searched for them in the week before; null when there were fewer than 3.',
  })
  askedBefore!: number | null;
}
