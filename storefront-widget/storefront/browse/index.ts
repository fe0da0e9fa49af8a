import './cards.css';
import './home.css';
import './results.css';
import './product.css';
import './places.css';
import { BuyBox } from './buy-box.ts';
import { Filters } from './filters.ts';
import { Gallery } from './gallery.ts';
import { closeMenusOutside } from './menus.ts';
import { Place } from './place.ts';

/** What makes browsing quicker. Every page works without it. */
customElements.define('berjubel-filters', Filters);
customElements.define('berjubel-gallery', Gallery);
customElements.define('berjubel-buy-box', BuyBox);
customElements.define('berjubel-place', Place);
closeMenusOutside();
