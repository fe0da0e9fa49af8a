import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { pageLanguage } from '../elements/language.ts';
import { marketNow } from '../elements/market-clock.ts';
import type { PhotoField } from '../elements/photo-field.ts';
import { radios } from '../elements/radios.ts';
import { rupiahInput } from '../elements/rupiah-input.ts';
import type { AnswerDisputeInput, DisputeAnswer } from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { dayAndTime, rupiah } from '../words/format.ts';

const ANSWERS: readonly DisputeAnswer[] = ['ACCEPT', 'OFFER', 'REFUSE'];

/**
 * `<berjubel-dispute-answer>`: how a shop answers a complaint. Nothing is chosen before, and the button says what will happen.
 * Properties: claimTotal in rupiah, dueBy, isWaiting, wrong.
 * @fires answered - CustomEvent<Omit<AnswerDisputeInput, 'disputeId'>>
 */
export class AnswerForm extends LitElement {
  static override properties = {
    claimTotal: { attribute: false },
    dueBy: { attribute: false },
    isWaiting: { attribute: false },
    wrong: { attribute: false },
    answer: { state: true },
    amount: { state: true },
  };

  declare claimTotal: number;
  /** Until when it can be answered. */
  declare dueBy: string | null;
  declare isWaiting: boolean;
  /** Why the answer was refused last; empty when it was not. */
  declare wrong: string;
  /** Null until one is chosen. */
  declare private answer: DisputeAnswer | null;
  /** What is offered in rupiah, as typed so far. */
  declare private amount: number;
  static #made = 0;
  readonly #id = `jawaban-${++AnswerForm.#made}`;

  constructor() {
    super();
    this.claimTotal = 0;
    this.dueBy = null;
    this.isWaiting = false;
    this.wrong = '';
    this.answer = null;
    this.amount = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { answer } = this;
    if (!answer || this.isWaiting) return;
    const form = event.target as HTMLFormElement;
    const detail: Omit<AnswerDisputeInput, 'disputeId'> = {
      answer,
      amount: answer === 'OFFER' ? this.amount : null,
      text: String(new FormData(form).get('text') ?? '').trim(),
      photoUploadIds: [...(form.querySelector<PhotoField>('berjubel-photos')?.uploadIds ?? [])],
    };
    this.dispatchEvent(new CustomEvent('answered', { detail }));
  };

  protected override render(): TemplateResult {
    const language = pageLanguage();
    const words = disputeWords[language].seller;
    const { answer, dueBy } = this;
    const id = this.#id;
    const whole = rupiah(this.claimTotal);
    const answers = ANSWERS.map((value) => ({ value, label: value === 'ACCEPT' ? words.accept(whole) : words[value] }));
    const typed = (amount: number): void => {
      this.amount = amount;
    };
    return html`<form class="stack" @submit=${this.#submit}>
      ${dueBy ? html`<p class="small wrong">${words.answerBy(dayAndTime(dueBy, language, marketNow()))}</p>` : nothing}
      ${radios(`${id}-answer`, words.answer, answers, (chosen) => (this.answer = chosen))}
      ${
        answer === 'OFFER'
          ? html`<div class="field"><label for="${id}-amount">${words.amount}</label>
            ${rupiahInput({ id: `${id}-amount`, most: this.claimTotal, describedBy: `${id}-most`, typed })}
            <span class="hint" id="${id}-most">${words.atMost(whole)}</span></div>`
          : nothing
      }
      <div class="field"><label for="${id}-text">${words.text}</label>
        <textarea id="${id}-text" name="text" rows="2" maxlength="1000" ?required=${answer === 'REFUSE'} aria-describedby="${id}-hint"></textarea>
        <span class="hint" id="${id}-hint">${words.textHint}</span></div>
      <berjubel-photos></berjubel-photos>
      <p class="wrong" role="alert">${this.wrong}</p>
      <button class="button" type="submit" ?disabled=${this.isWaiting}>${this.#act()}</button>
    </form>`;
  }

  /** What pressing the button does. */
  #act(): string {
    const words = disputeWords[pageLanguage()].seller;
    if (this.answer === 'ACCEPT') return words.sendAccept(rupiah(this.claimTotal));
    if (this.answer === 'REFUSE') return words.sendRefuse;
    return this.answer === 'OFFER' && this.amount > 0 ? words.sendOffer(rupiah(this.amount)) : words.send;
  }
}
