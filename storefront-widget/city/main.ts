import '../elements/shell.ts';
import { CityDesk } from './city-desk.ts';

customElements.define('berjubel-city-desk', CityDesk);
