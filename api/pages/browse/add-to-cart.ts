import { AddToCartDocument, CartQuantitiesDocument } from '../../../storefront-widget/operations/generated/graphql.ts';
import { browseWords, shellWords } from '../../../storefront-widget/words/index.ts';
import { html } from '../html.ts';
import { type Shown, safeReturn } from '../page-route.ts';
import type { Visit } from '../visit.ts';

/** What "Masukkan keranjang" does without scripts: adds to what is in the cart already, and shows the cart. */
export async function addToCart(visit: Visit, form: URLSearchParams): Promise<Shown> {
  const variantId = form.get('varian') ?? '';
  const wanted = Math.trunc(Number(form.get('jumlah') ?? 1));
  const back = safeReturn(form.get('kembali'));
  if (!variantId || !(wanted >= 1 && wanted <= 99)) return { goTo: back, status: 303 };
  const { cart } = await visit.ask(CartQuantitiesDocument, {});
  const present = cart?.lines.find(({ variant }) => variant.id === variantId)?.quantity ?? 0;
  const { setCartLine } = await visit.ask(AddToCartDocument, {
    input: { variantId, quantity: present + wanted, selected: true },
  });
  const refused = setCartLine.userErrors[0];
  if (!refused) return { goTo: '/keranjang', status: 303 };
  const { language } = visit;
  const title = browseWords[language].product.add;
  return {
    title,
    isPrivate: true,
    isPersonal: true,
    status: 422,
    main: html`<h1>${title}</h1><p class="note bad" role="alert">${refused.message}</p>
<p class="section"><a class="button" href="${back}">${shellWords[language].back}</a></p>`,
  };
}
