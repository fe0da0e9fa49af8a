import '../elements/shell.ts';
import './seller.css';
import { PhotoField } from '../elements/photo-field.ts';
import { VoucherDesk } from '../vouchers/voucher-desk.ts';
import { SellerDesk } from './seller-desk.ts';
import { SellerDisputes } from './seller-disputes.ts';
import { SellerEarnings } from './seller-earnings.ts';
import { SellerStock } from './seller-stock.ts';

customElements.define('berjubel-photos', PhotoField);
customElements.define('berjubel-seller-disputes', SellerDisputes);
customElements.define('berjubel-seller-stock', SellerStock);
customElements.define('berjubel-vouchers', VoucherDesk);
customElements.define('berjubel-earnings', SellerEarnings);
customElements.define('berjubel-seller-desk', SellerDesk);
