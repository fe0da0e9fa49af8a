import '../elements/shell.ts';
import './seller.css';
import '../vouchers/vouchers.css';
import '../earnings/earnings.css';
import { EarningsView } from '../earnings/earnings-view.ts';
import { PhotoField } from '../elements/photo-field.ts';
import { VoucherDesk } from '../vouchers/voucher-desk.ts';
import { AnswerForm } from './answer-form.ts';
import { SellerDesk } from './seller-desk.ts';
import { SellerDisputes } from './seller-disputes.ts';
import { SellerStock } from './seller-stock.ts';

customElements.define('berjubel-photos', PhotoField);
customElements.define('berjubel-dispute-answer', AnswerForm);
customElements.define('berjubel-seller-disputes', SellerDisputes);
customElements.define('berjubel-seller-stock', SellerStock);
customElements.define('berjubel-vouchers', VoucherDesk);
customElements.define('berjubel-earnings', EarningsView);
customElements.define('berjubel-seller-desk', SellerDesk);
