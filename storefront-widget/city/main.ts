import '../elements/shell.ts';
import './city.css';
import { CityDesk } from './city-desk.ts';
import { VocabularyDesk } from './vocabulary/vocabulary-desk.ts';

customElements.define('berjubel-city-desk', CityDesk);
customElements.define('berjubel-vocabulary-desk', VocabularyDesk);
