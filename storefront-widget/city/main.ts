import '../elements/tokens.css';
import '../elements/base.css';
import { CityDesk } from './city-desk.ts';

customElements.define('berjubel-city-desk', CityDesk);
