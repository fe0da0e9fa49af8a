import type { FastifyInstance } from 'fastify';
import { OrderFrameDocument } from '../../storefront-widget/operations/generated/graphql.ts';
import { accountWords, buyWords, orderWords, paperWords, reviewWords } from '../../storefront-widget/words/index.ts';
import { framed } from './buy/frame.ts';
import { orderAgainPage } from './buy/order-again-page.ts';
import { reviewPage, writeReviewPage } from './buy/review-page.ts';
import { LARGEST_REVIEW_BYTES, takePhotosInForms } from './buy/sent-review.ts';
import { accountShape, cartShape, checkoutShape, orderShape, ordersShape, signInShape } from './buy/shapes.ts';
import { changeVoucher, withoutScripts } from './buy/voucher-form.ts';
import { html } from './html.ts';
import { addForm, addPage, type Redirect, type Shown, safeReturn } from './page-route.ts';
import { allowProviderPictures } from './provider-pictures.ts';
import type { PagesOptions, Visit } from './visit.ts';

/** Adds what buyers do: cart, checkout, signing in, orders, account. Scripts do the work; frame and first shape are drawn here. */
export function addBuyPages(routes: FastifyInstance, options: PagesOptions): void {
  const demoPhone = options.demoPeople ? `${options.demoPeople.phoneSimulator}phone` : '';
  addPage(routes, options, '/keranjang', cartPage);
  addForm(routes, options, '/keranjang/voucher', changeVoucher);
  addPage(routes, options, '/bayar', (visit) => checkoutPage(visit, demoPhone));
  addPage(routes, options, '/masuk', (visit) => signInPage(visit, demoPhone));
  addPage(routes, options, '/pesanan', ordersPage);
  addPage(routes, options, '/pesanan/:code', (visit) => orderPage(visit, demoPhone));
  addForm(routes, options, '/pesanan/:code/lagi', orderAgainPage);
  addPage(routes, options, '/pesanan/:code/ulasan', reviewPage);
  void routes.register(async (scope) => {
    await takePhotosInForms(scope);
    addForm(scope, options, '/pesanan/:code/ulasan', writeReviewPage, LARGEST_REVIEW_BYTES);
  });
  addPage(routes, options, '/akun', accountPage);
}

async function cartPage(visit: Visit): Promise<Shown> {
  const { title } = buyWords[visit.language].cart;
  return framed(
    visit,
    title,
    html`${await withoutScripts(visit, '/keranjang')}<berjubel-cart>${cartShape(visit)}</berjubel-cart>`,
  );
}

async function checkoutPage(visit: Visit, demoPhone: string): Promise<Shown> {
  const { place, language } = visit;
  const near = place ? `${place.latitude},${place.longitude}` : '';
  const point = place?.kind === 'titik' ? place.slug : '';
  return framed(
    visit,
    buyWords[language].checkout.title,
    html`${await withoutScripts(visit, '/bayar')}<berjubel-checkout near="${near}" place="${place?.name ?? ''}" point="${point}" demo-phone="${demoPhone}">${checkoutShape(visit)}</berjubel-checkout>`,
  );
}

function signInPage(visit: Visit, demoPhone: string): Shown {
  const asked = safeReturn(visit.query.get('kembali'), '/akun');
  const returnTo = asked.startsWith('/masuk') ? '/akun' : asked;
  // Who wants to be somebody else (`lain`) gets the form although signed in.
  if (isSignedIn(visit) && !visit.query.has('lain')) return { goTo: returnTo };
  const words = accountWords[visit.language].signIn;
  return framed(
    visit,
    words.title,
    html`<p class="quiet intro">${words.intro}</p>
<berjubel-sign-in return-to="${returnTo}" demo-phone="${demoPhone}">${signInShape(visit)}</berjubel-sign-in>`,
    'sign-in-page',
  );
}

function ordersPage(visit: Visit): Shown {
  if (!isSignedIn(visit)) return toSignIn(visit);
  const { title } = orderWords[visit.language];
  return framed(visit, title, html`<berjubel-orders>${ordersShape(visit)}</berjubel-orders>`);
}

/** One order. Somebody else's is not there. */
async function orderPage(visit: Visit, demoPhone: string): Promise<Shown> {
  if (!isSignedIn(visit)) return toSignIn(visit);
  const { order } = await visit.ask(OrderFrameDocument, { code: visit.params.code ?? '' });
  if (!order) return null;
  await allowProviderPictures(visit);
  const { one, all, again } = orderWords[visit.language];
  return framed(
    visit,
    one(order.code),
    html`<p><a class="reach" href="/pesanan">${all}</a></p>
<noscript><p><a class="reach" href="/pesanan/${order.code}/kuitansi">${paperWords[visit.language].either}</a></p>
${order.parcels.some(({ status }) => status === 'COLLECTED') ? html`<p><a class="reach" href="/pesanan/${order.code}/ulasan">${reviewWords[visit.language].write.open}</a></p>` : ''}
<form action="/pesanan/${order.code}/lagi" method="post"><button class="button second">${again.do}</button></form></noscript>
<berjubel-order code="${order.code}" demo-phone="${demoPhone}">${orderShape(visit)}</berjubel-order>`,
  );
}

function accountPage(visit: Visit): Shown {
  if (!isSignedIn(visit)) return toSignIn(visit);
  const { title } = accountWords[visit.language].account;
  return framed(visit, title, html`<berjubel-account>${accountShape(visit)}</berjubel-account>`);
}

function isSignedIn({ ctx }: Visit): boolean {
  return ctx.actor.kind === 'ACCOUNT';
}

function toSignIn({ path }: Visit): Redirect {
  return { goTo: `/masuk?kembali=${encodeURIComponent(path)}` };
}
