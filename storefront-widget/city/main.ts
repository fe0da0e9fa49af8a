import '../elements/shell.ts';
import './city.css';
import './search-misses.css';
import { CityDesk } from './city-desk.ts';
import { ReconciliationDesk } from './reconciliation-desk.ts';
import { SearchMisses } from './search-misses.ts';
import { VocabularyDesk } from './vocabulary/vocabulary-desk.ts';

customElements.define('berjubel-search-misses', SearchMisses);
customElements.define('berjubel-city-desk', CityDesk);
customElements.define('berjubel-reconciliation-desk', ReconciliationDesk);
customElements.define('berjubel-vocabulary-desk', VocabularyDesk);
