import { html, type TemplateResult } from 'lit';
import type { SaveRefundAccountInput } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { disputeWords } from '../../words/dispute.ts';
import type { Order } from './order.ts';

/** Asks where money goes that is transferred by hand; says where, once it is known. Nothing where none is. */
export function drawRefundAccount(
  order: Order,
  isBusy: boolean,
  save: (account: SaveRefundAccountInput) => void,
  language: Language,
): TemplateResult | '' {
  const words = disputeWords[language].account;
  const isWaiting = order.payment?.refunds.some(({ status }) => status === 'TASK');
  if (!isWaiting) return '';
  const known = order.refundAccount;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = new FormData(event.target as HTMLFormElement);
    const text = (name: string): string => String(said.get(name) ?? '').trim();
    const [bank, accountNumber, holderName] = [text('bank'), text('accountNumber'), text('holderName')];
    save({ orderId: order.id, bank, accountNumber, holderName });
  };
  const field = (name: 'bank' | 'accountNumber' | 'holderName', label: string): TemplateResult =>
    html`<div class="field"><label for="rekening-${name}">${label}</label>
      <input id="rekening-${name}" name=${name} type="text" required autocomplete="off" inputmode=${name === 'accountNumber' ? 'numeric' : 'text'} .value=${known?.[name] ?? ''} maxlength=${name === 'bank' ? 40 : 100}></div>`;
  return html`<section class="card stack-tight" aria-labelledby="judul-rekening"><h2 id="judul-rekening">${words.title}</h2>
    <p class="small">${known ? words.known(known.bank, known.accountNumber, known.holderName) : words.help}</p>
    <form class="stack-tight" @submit=${submit}>
      ${field('bank', words.bank)} ${field('accountNumber', words.number)} ${field('holderName', words.holder)}
      <button class="button second" type="submit" ?disabled=${isBusy}>${words.save}</button>
    </form></section>`;
}
