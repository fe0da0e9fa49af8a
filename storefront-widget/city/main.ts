import '../elements/shell.ts';
import './city.css';
import './search-misses.css';
import { VoucherDesk } from '../vouchers/voucher-desk.ts';
import { CityDesk } from './city-desk.ts';
import { CityVouchers } from './city-vouchers.ts';
import { SearchMisses } from './search-misses.ts';
import { VocabularyDesk } from './vocabulary/vocabulary-desk.ts';

customElements.define('berjubel-search-misses', SearchMisses);
customElements.define('berjubel-city-desk', CityDesk);
customElements.define('berjubel-vocabulary-desk', VocabularyDesk);
customElements.define('berjubel-vouchers', VoucherDesk);
customElements.define('berjubel-city-vouchers', CityVouchers);
