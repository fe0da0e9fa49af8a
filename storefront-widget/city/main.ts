import '../elements/shell.ts';
import './city.css';
import './search-misses.css';
import { CityDesk } from './city-desk.ts';
import { DisputeDesk } from './dispute-desk.ts';
import { SearchMisses } from './search-misses.ts';
import { VocabularyDesk } from './vocabulary/vocabulary-desk.ts';

customElements.define('berjubel-search-misses', SearchMisses);
customElements.define('berjubel-dispute-desk', DisputeDesk);
customElements.define('berjubel-city-desk', CityDesk);
customElements.define('berjubel-vocabulary-desk', VocabularyDesk);
