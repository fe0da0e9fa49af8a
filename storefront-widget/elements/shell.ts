import './tokens.css';
import './base.css';
import './raised.css';
import './shell.css';
import { CartCount } from './cart-count.ts';
import { Suggestions } from './suggestions.ts';
import { Toast } from './toast.ts';

/** What stands around every page of ours. Imported by every area, once. */
customElements.define('berjubel-toast', Toast);
customElements.define('berjubel-cart-count', CartCount);
customElements.define('berjubel-suggestions', Suggestions);
