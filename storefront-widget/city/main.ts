import '../elements/shell.ts';
import './city.css';
import { CityDesk } from './city-desk.ts';

customElements.define('berjubel-city-desk', CityDesk);
