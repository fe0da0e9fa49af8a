import { registerEnumType } from 'type-graphql';
import type { TermKind } from '../language/index.ts';

/** Kinds of terms, as the API names them. */
export const SearchTermKind = {
  SYNONYM: 'SYNONYM',
  ENGLISH: 'ENGLISH',
  BROADER: 'BROADER',
  BRAND: 'BRAND',
  VARIANT: 'VARIANT',
  PHRASE: 'PHRASE',
  INTENT: 'INTENT',
  PLACE: 'PLACE',
  AMBIGUOUS: 'AMBIGUOUS',
  WORD: 'WORD',
} as const satisfies { readonly [Kind in TermKind]: Kind };

registerEnumType(SearchTermKind, {
  name: 'SearchTermKind',
  description: 'What a term of the vocabulary is, and so what its meanings do.',
  valuesConfig: {
    SYNONYM: { description: 'It and each of its meanings say the same: jilbab, kerudung.' },
    ENGLISH: { description: 'An English or foreign word for its meanings, not the other way round: headscarf.' },
    BROADER: { description: 'It comprises its meanings, which are shown after all else: sembako, beras.' },
    BRAND: { description: 'A brand that people say for a kind of goods: odol, pasta gigi.' },
    VARIANT: { description: 'Another spelling of its one meaning: krupuk, kerupuk.' },
    PHRASE: { description: 'Words that belong together. It has no meanings.' },
    INTENT: { description: 'A wish that says nothing of the goods, such as "dekat sini". It has no meanings.' },
    PLACE: { description: 'A place that people name; its one meaning is the slug of its kecamatan.' },
    AMBIGUOUS: {
      description: 'A word of several meanings, believed to mean these only after all else. It has no meanings.',
    },
    WORD: { description: 'A word that is right as it is and no typing mistake. It has no meanings.' },
  },
});
