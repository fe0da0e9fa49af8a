import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import x from 'lucide-static/icons/x.svg?raw';
import { icon } from '../../elements/icon.ts';
import { modal, shut } from '../../elements/modal.ts';
import type { PaymentMethod } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { orderWords } from '../../words/order.ts';
import { shellWords } from '../../words/shell.ts';
import type { MethodOffer } from '../checkout/method-picker.ts';
import { isPaid, type Order, type Parcel } from './order.ts';

/** What a dialog needs of the page it stands in. */
export interface DialogState {
  readonly isBusy: boolean;
  /** What went wrong with the act; empty when nothing did. */
  readonly wrong: string;
  /** Called once the dialog is closed, however that came. */
  readonly closed: () => void;
}

/** A dialog over the page: title, body, and what went wrong. */
export function drawDialog(
  title: string,
  body: TemplateResult,
  state: DialogState,
  language: Language,
): TemplateResult {
  return html`<dialog class="sheet" aria-labelledby="judul-dialog" ${ref(modal)} @close=${state.closed}>
    <header><h2 id="judul-dialog">${title}</h2>
      <button type="button" class="button plain" aria-label=${shellWords[language].close} @click=${shut}>${icon(x)}</button></header>
    <div class="stack">${body}<p class="wrong" role="alert">${state.wrong}</p></div>
  </dialog>`;
}

/** Asks whether an order, or one parcel of it, shall really be called off, and says what happens with the money. */
export function drawCancel(
  order: Order,
  parcel: Parcel | null,
  state: DialogState,
  cancel: (reason: string) => void,
  language: Language,
): TemplateResult {
  const words = orderWords[language].cancel;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!state.isBusy) cancel(String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim());
  };
  const amount = parcel ? parcel.goodsTotal + parcel.pointFee : order.total - order.refundedTotal;
  const consequence = isPaid(order) ? words.paid(amount) : order.paymentMethod === 'CASH' ? words.cash : words.unpaid;
  const body = html`<p>${consequence}</p>
    <form class="stack" @submit=${submit}>
      ${
        parcel
          ? ''
          : html`<div class="field"><label for="alasan">${words.reason}</label><input id="alasan" name="reason" type="text" maxlength="300" autocomplete="off"></div>`
      }
      <button class="button ends wide" type="submit" ?disabled=${state.isBusy} aria-busy=${state.isBusy ? 'true' : 'false'}>${state.isBusy ? words.cancelling : words.sure}</button>
      <button class="button second wide" type="button" @click=${shut}>${words.keep}</button>
    </form>`;
  return drawDialog(parcel ? words.parcelTitle(parcel.seller.name) : words.title, body, state, language);
}

/** Asks in which other way an unpaid order shall be paid. */
export function drawChange(
  order: Order,
  chosen: PaymentMethod | null,
  state: DialogState,
  acts: { choose: (method: PaymentMethod) => void; change: () => void },
  language: Language,
): TemplateResult {
  const words = orderWords[language].pay;
  const offers: readonly MethodOffer[] = order.payment?.otherMethods ?? [];
  const body = html`<berjubel-methods .offers=${offers} .chosen=${chosen} .wrong=${''} .labelledBy=${'judul-dialog'}
      @method-chosen=${(event: CustomEvent<PaymentMethod>) => acts.choose(event.detail)}></berjubel-methods>
    <button type="button" class="button wide" ?disabled=${state.isBusy || !chosen} aria-busy=${state.isBusy ? 'true' : 'false'} @click=${acts.change}>${state.isBusy ? words.changing : words.changeTo}</button>`;
  return drawDialog(words.changeTitle, body, state, language);
}
