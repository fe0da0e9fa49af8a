import { html, type TemplateResult } from 'lit';
import { shut } from '../../elements/modal.ts';
import { type SheetState, sheet } from '../../elements/sheet.ts';
import type { PaymentMethod } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { orderWords } from '../../words/order.ts';
import type { MethodOffer } from '../checkout/method-picker.ts';
import { isPaid, type Order, type Parcel } from './order.ts';

/** Asks whether an order, or one parcel of it, shall really be called off, and says what happens with the money. */
export function drawCancel(
  order: Order,
  parcel: Parcel | null,
  state: SheetState,
  cancel: (reason: string) => void,
  language: Language,
): TemplateResult {
  const words = orderWords[language].cancel;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!state.isBusy) cancel(String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim());
  };
  const amount = parcel ? parcel.total : order.total - order.refundedTotal;
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
  return sheet(parcel ? words.parcelTitle(parcel.seller.name) : words.title, body, state, language);
}

/** Asks in which other way an unpaid order shall be paid. */
export function drawChange(
  order: Order,
  chosen: PaymentMethod | null,
  state: SheetState,
  acts: { choose: (method: PaymentMethod) => void; change: () => void },
  language: Language,
): TemplateResult {
  const words = orderWords[language].pay;
  const offers: readonly MethodOffer[] = order.payment?.otherMethods ?? [];
  const body = html`<berjubel-methods .offers=${offers} .chosen=${chosen} .wrong=${''} .labelledBy=${'judul-dialog'}
      @method-chosen=${(event: CustomEvent<PaymentMethod>) => acts.choose(event.detail)}></berjubel-methods>
    <button type="button" class="button wide" ?disabled=${state.isBusy || !chosen} aria-busy=${state.isBusy ? 'true' : 'false'} @click=${acts.change}>${state.isBusy ? words.changing : words.changeTo}</button>`;
  return sheet(words.changeTitle, body, state, language);
}
