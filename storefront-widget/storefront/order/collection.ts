import { html, type TemplateResult } from 'lit';
import banknote from 'lucide-static/icons/banknote.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import { ask } from '../../elements/client.ts';
import { icon } from '../../elements/icon.ts';
import { PageElement } from '../../elements/page-element.ts';
import { showToast } from '../../elements/toast.ts';
import { RequestOtpDocument, UnlockCollectionDocument } from '../../operations/generated/graphql.ts';
import { rupiah } from '../../words/format.ts';
import { orderWords } from '../../words/order.ts';
import { cashDue, isReady, type Order } from './order.ts';

/**
 * What one shows at the counter: collect code, its QR picture and the PIN, big enough to hold up. A locked PIN is unlocked here.
 * @fires order-changed - CustomEvent<Order>, after unlocking.
 */
export class Collection extends PageElement {
  static override properties = {
    ...PageElement.properties,
    order: { attribute: false },
    phone: { attribute: false },
    demoPhone: { attribute: false },
    resendAt: { state: true },
    wrong: { state: true },
  };

  declare order: Order;
  /** The buyer's number, E.164. */
  declare phone: string;
  declare demoPhone: string;
  /** When another unlocking code may be asked for; null before the first. */
  declare protected resendAt: number | null;
  declare protected wrong: string;

  constructor() {
    super();
    this.resendAt = null;
    this.wrong = '';
  }

  protected override render(): TemplateResult {
    const words = orderWords[this.language].collect;
    const { collection } = this.order;
    const due = cashDue(this.order);
    if (!collection) return html``;
    return html`<section class="card collection ${isReady(this.order) ? 'ready' : ''}" aria-labelledby="judul-ambil">
      <h2 id="judul-ambil">${words.title}</h2>
      ${isReady(this.order) ? '' : html`<p class="quiet small">${words.early}</p>`}
      <div class="codes">
        <img src=${collection.codeQr} alt=${words.qr(collection.code)} width="200" height="200">
        <div class="stack-tight">
          <p><span class="quiet small">${words.code}</span><br><strong class="big-code figures">${inHalves(collection.code)}</strong></p>
          ${collection.pin ? html`<p><span class="quiet small" aria-hidden="true">${words.pin}</span><br><strong class="big-code figures" aria-hidden="true">${inThrees(collection.pin)}</strong><span class="unseen">${words.pinSpelled([...collection.pin].join(' '))}</span></p>` : ''}
        </div>
      </div>
      ${collection.pin ? html`<p class="quiet small">${words.pinHelp}</p>` : ''}
      ${collection.isLocked ? this.#drawLock() : ''}
      ${due > 0 ? html`<p class="note warm cash">${icon(banknote)}<span><strong>${words.cash(rupiah(due))}</strong> ${words.cashHelp}</span></p>` : ''}
    </section>`;
  }

  #drawLock(): TemplateResult {
    const words = orderWords[this.language].collect;
    return html`<div class="note bad lock" role="status"><p>${icon(lock)}<strong>${words.locked}</strong></p><p>${words.lockedHelp}</p></div>
      ${this.problem ? html`<p class="wrong" role="alert">${this.problem}</p>` : ''}
      ${
        this.resendAt === null
          ? html`<p class="wrong" role="alert">${this.wrong}</p><button type="button" class="button wide" ?disabled=${this.isBusy} @click=${this.#send}>${words.unlock}</button>`
          : html`<berjubel-one-time-code .phone=${this.phone} .resendAt=${this.resendAt} .wrong=${this.wrong} .submitLabel=${words.unlockNow}
            .demoPhone=${this.demoPhone} .isWaiting=${this.isBusy} @code-wanted=${this.#send} @code-given=${this.#unlock}></berjubel-one-time-code>`
      }`;
  }

  #send = (): void => {
    this.wrong = '';
    void this.act(async () => {
      const { requestOtp } = await ask(RequestOtpDocument, {
        input: { phone: this.phone, purpose: 'UNLOCK_COLLECTION' },
      });
      const refused = requestOtp.userErrors[0];
      if (refused) this.wrong = refused.message;
      else this.resendAt = Date.now() + (requestOtp.resendAfterSeconds ?? 60) * 1000;
    });
  };

  #unlock = (event: CustomEvent<string>): void => {
    this.wrong = '';
    void this.act(async () => {
      const input = { orderId: this.order.id, otp: event.detail };
      const { unlockCollection } = await ask(UnlockCollectionDocument, { input });
      const refused = unlockCollection.userErrors[0];
      if (refused) this.wrong = refused.message;
      if (!unlockCollection.order) return;
      this.resendAt = null;
      showToast({ text: orderWords[this.language].collect.unlocked });
      this.dispatchEvent(new CustomEvent<Order>('order-changed', { detail: unlockCollection.order }));
    });
  };
}

/** A collect code in two halves, as it is read aloud. */
function inHalves(code: string): string {
  return code.length === 8 ? `${code.slice(0, 4)} ${code.slice(4)}` : code;
}

function inThrees(pin: string): string {
  return pin.replace(/(\d{3})(?=\d)/g, '$1 ');
}
