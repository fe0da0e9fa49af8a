import type { ChangeLog } from '../changes/change-log.ts';
import type { HeldVocabulary } from '../held-vocabulary.ts';
import type { CommonForms } from './common-forms.ts';
import type { HeldGroups } from './held-groups.ts';
import type { ReadyFacets } from './ready-facets.ts';
import type { StatementNames } from './search-statement.ts';
import type { UnderstoodTexts } from './understood-texts.ts';

/** How hits of words are cut: of a market of so many products, to so many hits. */
export interface HitsCut {
  readonly fromProducts: number;
  readonly mostHits: number;
}

/** What an engine keeps between searches. */
export interface Kept {
  readonly facets: ReadyFacets;
  readonly groups: HeldGroups;
  readonly vocabulary: HeldVocabulary;
  readonly texts: UnderstoodTexts;
  readonly names: StatementNames;
  readonly changes: ChangeLog;
  readonly common: CommonForms;
  /** How little is looked at of a list by words and relevance; all when left out. */
  readonly cut?: HitsCut | undefined;
}
