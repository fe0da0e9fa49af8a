import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { pageLanguage } from '../elements/language.ts';
import { radios } from '../elements/radios.ts';
import { rupiahInput } from '../elements/rupiah-input.ts';
import type { DecideDisputeInput, DisputeOutcome, RefundBearer } from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { rupiah } from '../words/format.ts';

const OUTCOMES: readonly DisputeOutcome[] = ['WHOLE', 'PART', 'NOTHING'];
const BEARERS: readonly RefundBearer[] = ['SELLER', 'MARKET', 'POINT'];

/**
 * `<berjubel-decision>`: how a curator decides a complaint. Nothing is chosen before, and the button says what will happen.
 * Properties: claimTotal in rupiah, isWaiting, wrong.
 * @fires decided - CustomEvent<Omit<DecideDisputeInput, 'disputeId'>>
 */
export class DecisionForm extends LitElement {
  static override properties = {
    claimTotal: { attribute: false },
    isWaiting: { attribute: false },
    wrong: { attribute: false },
    outcome: { state: true },
    amount: { state: true },
  };

  declare claimTotal: number;
  declare isWaiting: boolean;
  /** Why the decision was refused last; empty when it was not. */
  declare wrong: string;
  /** Null until one is chosen. */
  declare private outcome: DisputeOutcome | null;
  /** What goes back of it in rupiah, as typed so far. */
  declare private amount: number;
  static #made = 0;
  readonly #id = `putusan-${++DecisionForm.#made}`;

  constructor() {
    super();
    this.claimTotal = 0;
    this.isWaiting = false;
    this.wrong = '';
    this.outcome = null;
    this.amount = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const { outcome } = this;
    if (!outcome || this.isWaiting) return;
    const said = new FormData(event.target as HTMLFormElement);
    const detail: Omit<DecideDisputeInput, 'disputeId'> = {
      outcome,
      amount: outcome === 'PART' ? this.amount : null,
      borneBy: outcome === 'NOTHING' ? null : (said.get('borneBy') as RefundBearer),
      reason: String(said.get('reason') ?? '').trim(),
    };
    this.dispatchEvent(new CustomEvent('decided', { detail }));
  };

  protected override render(): TemplateResult {
    const words = disputeWords[pageLanguage()].city;
    const { outcome } = this;
    const id = this.#id;
    const whole = rupiah(this.claimTotal);
    const outcomes = OUTCOMES.map((value) => ({ value, label: value === 'WHOLE' ? words.whole(whole) : words[value] }));
    const bearers = BEARERS.map((value) => ({ value, label: words[value] }));
    const typed = (amount: number): void => {
      this.amount = amount;
    };
    return html`<form class="stack" @submit=${this.#submit}>
      ${radios(`${id}-outcome`, words.outcome, outcomes, (chosen) => (this.outcome = chosen))}
      ${
        outcome === 'PART'
          ? html`<div class="field"><label for="${id}-amount">${words.amount}</label>
            ${rupiahInput({ id: `${id}-amount`, most: this.claimTotal, describedBy: `${id}-most`, typed })}
            <span class="hint" id="${id}-most">${words.atMost(whole)}</span></div>`
          : nothing
      }
      ${outcome === 'WHOLE' || outcome === 'PART' ? radios(`${id}-bearer`, words.bearer, bearers, () => {}, 'borneBy') : nothing}
      <div class="field"><label for="${id}-reason">${words.reason}</label>
        <textarea id="${id}-reason" name="reason" rows="2" maxlength="1000" required></textarea></div>
      <p class="wrong" role="alert">${this.wrong}</p>
      <button class="button" type="submit" ?disabled=${this.isWaiting}>${this.#act()}</button>
    </form>`;
  }

  /** What pressing the button does. */
  #act(): string {
    const words = disputeWords[pageLanguage()].city;
    if (this.outcome === 'NOTHING') return words.decideNothing;
    const back = this.outcome === 'WHOLE' ? this.claimTotal : this.outcome === 'PART' ? this.amount : 0;
    return back > 0 ? words.decideBack(rupiah(back)) : words.decide;
  }
}
