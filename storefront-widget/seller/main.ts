import '../elements/shell.ts';
import './seller.css';
import { PhotoField } from '../elements/photo-field.ts';
import { SellerDesk } from './seller-desk.ts';
import { SellerDisputes } from './seller-disputes.ts';
import { SellerStock } from './seller-stock.ts';

customElements.define('berjubel-photos', PhotoField);
customElements.define('berjubel-seller-disputes', SellerDisputes);
customElements.define('berjubel-seller-stock', SellerStock);
customElements.define('berjubel-seller-desk', SellerDesk);
