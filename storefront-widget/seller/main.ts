import '../elements/shell.ts';
import './seller.css';
import { VoucherDesk } from '../vouchers/voucher-desk.ts';
import { SellerDesk } from './seller-desk.ts';
import { SellerEarnings } from './seller-earnings.ts';
import { SellerStock } from './seller-stock.ts';

customElements.define('berjubel-seller-stock', SellerStock);
customElements.define('berjubel-vouchers', VoucherDesk);
customElements.define('berjubel-earnings', SellerEarnings);
customElements.define('berjubel-seller-desk', SellerDesk);
