import { ArgsType, Field, InputType } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/connection.ts';
import type { TermKind } from '../language/index.ts';
import { SearchTermKind } from './term-kind.ts';
import { TERM_LIMITS } from './term-limits.ts';

const { charactersTo, wordsTo, changesTo, reasonFrom, reasonTo } = TERM_LIMITS;

@InputType({ description: 'A term to add, or to replace.' })
export class SearchTermInput {
  @Field(() => SearchTermKind, { description: 'Its kind. Kind and term together say which one it is.' })
  kind!: TermKind;

  @Field(() => String, {
    description: `The term: ${wordsTo} words and ${charactersTo} characters at most, kept in small letters.`,
  })
  term!: string;

  @Field(() => [String], {
    description: 'What it means, as its kind says; each as long as a term may be. Their order means nothing.',
  })
  meanings!: string[];

  @Field(() => [String], {
    nullable: true,
    description:
      'The meanings it had when it was read, so that nobody writes over what another has changed since; left out for a new term.',
  })
  seen?: string[] | null;
}

@InputType({ description: 'A term to take out.' })
export class RemovedTermInput {
  @Field(() => SearchTermKind, { description: 'Its kind.' })
  kind!: TermKind;

  @Field(() => String, { description: 'The term.' })
  term!: string;

  @Field(() => [String], { description: 'The meanings it had when it was read.' })
  seen!: string[];
}

@InputType({ description: 'A change of the vocabulary to be looked at.' })
export class PreviewSynonymsInput {
  @Field(() => [SearchTermInput], { nullable: true, description: `Terms to add or replace, at most ${changesTo}.` })
  terms?: SearchTermInput[] | null;

  @Field(() => [RemovedTermInput], { nullable: true, description: `Terms to take out, at most ${changesTo}.` })
  remove?: RemovedTermInput[] | null;
}

@InputType({ description: 'A change of the vocabulary.' })
export class SaveSynonymsInput extends PreviewSynonymsInput {
  @Field(() => String, { description: `Why, ${reasonFrom} to ${reasonTo} characters; goes into the audit log.` })
  reason!: string;
}

@ArgsType()
export class SearchTermsArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Letters of the term or of one of its meanings.' })
  search?: string | null;

  @Field(() => SearchTermKind, { nullable: true, description: 'Only terms of this kind.' })
  kind?: TermKind | null;
}
