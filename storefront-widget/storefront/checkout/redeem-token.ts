import { ask } from '../../elements/client.ts';
import { RedeemCheckoutDocument } from '../../operations/generated/graphql.ts';

/**
 * Takes along the cart of the site that led here, named by a one-time token in the address (`#token` or `?token=`), and takes the
 * token out of the address once it was answered. The answer is what to tell the person; empty when there is nothing to tell.
 */
export async function redeemToken(): Promise<string> {
  const address = new URL(location.href);
  const token = address.searchParams.get('token') ?? address.hash.slice(1);
  if (!token) return '';
  const { redeemCheckoutToken } = await ask(RedeemCheckoutDocument, { input: { token } });
  address.searchParams.delete('token');
  address.hash = '';
  history.replaceState(null, '', address.pathname + address.search);
  return redeemCheckoutToken.userErrors[0]?.message ?? '';
}
