import type { ChangeLog } from '../changes/change-log.ts';
import type { HeldVocabulary } from '../held-vocabulary.ts';
import type { CommonForms } from './common-forms.ts';
import type { HeldGroups } from './held-groups.ts';
import type { ReadyFacets } from './ready-facets.ts';
import type { StatementNames } from './search-statement.ts';
import type { UnderstoodTexts } from './understood-texts.ts';

/** What an engine keeps between searches. */
export interface Kept {
  readonly facets: ReadyFacets;
  readonly groups: HeldGroups;
  readonly vocabulary: HeldVocabulary;
  readonly texts: UnderstoodTexts;
  readonly names: StatementNames;
  readonly changes: ChangeLog;
  readonly common: CommonForms;
  /** Hits of words that are looked at for a list by relevance, at most; all when left out. */
  readonly mostHits?: number | undefined;
}
