import './cart/cart.css';
import './checkout/checkout.css';
import './sign-in/sign-in.css';
import './order/order.css';
import './account/account.css';
