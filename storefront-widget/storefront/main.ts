import '../elements/shell.ts';
import './browse/index.ts';
import './buy-styles.ts';

/** The elements of cart, checkout, sign-in, orders, reviews and account. Who only browses does not load them. */
const BUYING =
  'berjubel-cart, berjubel-checkout, berjubel-sign-in, berjubel-orders, berjubel-order, berjubel-account, berjubel-photos';
if (document.querySelector(BUYING)) void import('./buy.ts');
