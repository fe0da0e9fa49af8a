import { html, LitElement, type TemplateResult } from 'lit';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import smartphone from 'lucide-static/icons/smartphone.svg?raw';
import { icon } from '../../elements/icon.ts';
import { pageLanguage } from '../../elements/language.ts';
import { marketNow } from '../../elements/market-clock.ts';
import { buyWords } from '../../words/buy.ts';
import { dayAndTime, rupiah } from '../../words/format.ts';
import { orderWords } from '../../words/order.ts';
import { paySteps } from '../../words/pay-steps.ts';
import { inFours } from './copy-field.ts';
import type { Order } from './order.ts';

type Instructions = NonNullable<NonNullable<Order['payment']>['instructions']>;

/**
 * How to pay an order that waits for its money: QR code, number or app, the sum, and the time that is left.
 * @fires change-wanted - the person wants to pay in another way.
 */
export class PaymentPanel extends LitElement {
  static override properties = { order: { attribute: false }, isOver: { state: true } };

  declare order: Order;
  /** The time to pay has run out on this device. */
  declare protected isOver: boolean;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult {
    const language = pageLanguage();
    const words = orderWords[language].pay;
    const { order } = this;
    const { payment } = order;
    const amount = rupiah(payment?.amount ?? order.total);
    const until = payment?.deadline ?? order.payBy;
    const { longNames } = buyWords[language].methods;
    return html`<section class="card pay-panel" aria-labelledby="judul-bayar">
      <div><h2 id="judul-bayar">${words.title(amount)}</h2>
        <p class="quiet">${words.with(longNames[payment?.method ?? order.paymentMethod])}</p></div>
      ${
        until
          ? html`<p class="deadline">${words.before(dayAndTime(until, language, marketNow()))} ·
            <berjubel-countdown .until=${until} @time-over=${() => (this.isOver = true)}></berjubel-countdown></p>`
          : ''
      }
      ${this.isOver ? html`<p class="note warm" role="status">${words.over}</p>` : this.#drawWay(amount)}
      <button type="button" class="button plain" @click=${() => this.dispatchEvent(new CustomEvent('change-wanted'))}>${words.change}</button>
    </section>`;
  }

  #drawWay(amount: string): TemplateResult {
    const words = orderWords[pageLanguage()].pay;
    const { payment } = this.order;
    if (payment?.status === 'DENIED') return html`<p class="note bad" role="alert">${words.denied}</p>`;
    if (!payment?.instructions)
      return html`<p class="quiet" role="status">${words.starting}</p><div class="skeleton qr"></div>`;
    const { instructions } = payment;
    return html`${this.#drawInstructions(instructions, amount)}
      <details class="how-to" ?open=${!instructions.qrText}><summary>${words.howTo}</summary>
        <ol>${paySteps[pageLanguage()][payment.method].map((step) => html`<li>${step}</li>`)}</ol></details>
      <p class="quiet small">${words.byItself}</p>
      ${
        instructions.simulatorUrl
          ? html`<p class="note warm small">${words.simulatorHelp}<br><a class="reach" href=${instructions.simulatorUrl} target="_blank" rel="noopener">${icon(externalLink)}${words.simulator} <span class="unseen">${words.newTab}</span></a></p>`
          : ''
      }`;
  }

  #drawInstructions(instructions: Instructions, amount: string): TemplateResult {
    const { qrText, qrImageUrl, vaNumber, billKey, paymentCode } = instructions;
    if (vaNumber || billKey || paymentCode) return this.#drawNumbers(instructions, amount);
    const words = orderWords[pageLanguage()].pay;
    if (!instructions.deeplinkUrl && !qrText && !qrImageUrl)
      return html`<p class="note bad" role="alert">${words.noWay}</p>`;
    const method = this.order.payment?.method ?? 'QRIS';
    const isGopay = method === 'GOPAY';
    const { names } = buyWords[pageLanguage()].methods;
    return html`${
      instructions.deeplinkUrl
        ? html`<a class="button wide" href=${instructions.deeplinkUrl}>${icon(smartphone)}${words.openApp(names[method])}</a>`
        : ''
    }
      ${
        qrText || qrImageUrl
          ? html`<div class="scan"><p>${isGopay ? words.scanGopay : words.scan}</p>
            <berjubel-qr .text=${qrText ?? null} .picture=${qrImageUrl ?? null} .label=${words.qr(amount)} .save=${words.saveQr} .fileName=${`${this.order.code}.png`}></berjubel-qr>
            ${isGopay ? '' : html`<p class="quiet small">${words.scanHere}</p>`}</div>`
          : ''
      }`;
  }

  #drawNumbers({ vaBank, vaNumber, billerCode, billKey, paymentCode }: Instructions, amount: string): TemplateResult {
    const words = orderWords[pageLanguage()].pay;
    const { names } = buyWords[pageLanguage()].methods;
    const field = (label: string, shown: string, value: string): TemplateResult =>
      html`<berjubel-copy .label=${label} .shown=${shown} .value=${value}></berjubel-copy>`;
    return html`<div class="stack-tight">
      ${billerCode ? field(words.biller, billerCode, billerCode) : ''}
      ${billKey ? field(words.billKey, inFours(billKey), billKey) : ''}
      ${vaNumber ? field(words.vaNumber(vaBank ?? ''), inFours(vaNumber), vaNumber) : ''}
      ${paymentCode ? field(words.shopCode(names[this.order.payment?.method ?? 'CASH']), inFours(paymentCode), paymentCode) : ''}
      ${field(words.amount, amount, String(this.order.payment?.amount ?? this.order.total))}
    </div>`;
  }
}
