import './cart/cart.css';
import './checkout/checkout.css';
import './sign-in/sign-in.css';
import { CartPage } from './cart/cart-page.ts';
import { QuantityStepper } from './cart/quantity-stepper.ts';
import { CheckoutPage } from './checkout/checkout-page.ts';
import { MethodPicker } from './checkout/method-picker.ts';
import { PointPicker } from './checkout/point-picker.ts';
import { OneTimeCode } from './sign-in/one-time-code.ts';
import { SignInForm } from './sign-in/sign-in-form.ts';

/** What buying needs: cart, checkout, signing in, orders, one's account. */
customElements.define('berjubel-quantity', QuantityStepper);
customElements.define('berjubel-cart', CartPage);
customElements.define('berjubel-points', PointPicker);
customElements.define('berjubel-methods', MethodPicker);
customElements.define('berjubel-one-time-code', OneTimeCode);
customElements.define('berjubel-sign-in', SignInForm);
customElements.define('berjubel-checkout', CheckoutPage);
