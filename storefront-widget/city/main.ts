import '../elements/shell.ts';
import './city.css';
import './search-misses.css';
import { CashDelivery } from './cash-delivery.ts';
import { CityDesk } from './city-desk.ts';
import { PayoutDesk } from './payout-desk.ts';
import { ProviderSettlements } from './provider-settlements.ts';
import { SearchMisses } from './search-misses.ts';
import { VocabularyDesk } from './vocabulary/vocabulary-desk.ts';

customElements.define('berjubel-search-misses', SearchMisses);
customElements.define('berjubel-cash-delivery', CashDelivery);
customElements.define('berjubel-settlements', ProviderSettlements);
customElements.define('berjubel-payout-desk', PayoutDesk);
customElements.define('berjubel-city-desk', CityDesk);
customElements.define('berjubel-vocabulary-desk', VocabularyDesk);
