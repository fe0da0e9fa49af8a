import {
  OrderAgainDocument,
  type OrderAgainMutation,
} from '../../../storefront-widget/operations/generated/graphql.ts';
import { orderWords } from '../../../storefront-widget/words/index.ts';
import { type Html, html } from '../html.ts';
import type { Shown } from '../page-route.ts';
import type { Visit } from '../visit.ts';

type Missing = NonNullable<OrderAgainMutation['orderAgain']['missing']>[number];

/**
 * What "order again" does, with scripts and without: puts the goods of an order into the cart and opens it. Where something is gone, it
 * says what before. Somebody else's order is not there.
 */
export async function orderAgainPage(visit: Visit): Promise<Shown> {
  const orderCode = visit.params.code ?? '';
  const order = `/pesanan/${encodeURIComponent(orderCode)}`;
  // What was sent is gone by the time that somebody has signed in: they come back to the order.
  if (visit.ctx.actor.kind !== 'ACCOUNT') return { goTo: `/masuk?kembali=${encodeURIComponent(order)}`, status: 303 };
  const { orderAgain } = await visit.ask(OrderAgainDocument, { input: { orderCode } });
  const { cart, missing, addedCount } = orderAgain;
  if (!cart || !missing) return null;
  if (missing.length === 0) return { goTo: '/keranjang', status: 303 };
  const words = orderWords[visit.language].again;
  return {
    title: words.title,
    isPrivate: true,
    isPersonal: true,
    main: html`<div class="again-page stack"><h1>${words.title}</h1>
<p class="note warm" role="status">${words.missing}</p>
<ul class="stack-tight">${missing.map((pieces) => gone(pieces, visit))}</ul>
<p class="quiet">${addedCount ? words.rest : words.nothing}</p>
<p class="acts">${addedCount ? html`<a class="button" href="/keranjang">${words.toCart}</a>` : ''}<a class="button second" href="/">${words.browse}</a></p></div>`,
  };
}

function gone({ title, variantName, quantity, why }: Missing, { language }: Visit): Html {
  const name = variantName ? `${title}, ${variantName}` : title;
  return html`<li class="card"><strong>${name}</strong><br>${orderWords[language].again.why[why](quantity)}</li>`;
}
