import './cart/cart.css';
import './checkout/checkout.css';
import './sign-in/sign-in.css';
import './order/order.css';
import './order/paper.css';
import './account/account.css';
