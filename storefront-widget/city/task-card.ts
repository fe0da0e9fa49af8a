import { html, type TemplateResult } from 'lit';
import { marketNow } from '../elements/market-clock.ts';
import type { TaskOutcome, TaskViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { disputeWords } from '../words/dispute.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';
import { cityOrderPath } from './desk-links.ts';

/** What a curator wrote about a task that is done. */
export interface Done {
  readonly note: string;
  /** Number of the bank transfer; null where no money was moved. */
  readonly reference: string | null;
  /** How it was cleared up; null where that is not asked. */
  readonly outcome: TaskOutcome | null;
}

/** What the desk does with a card, and what it has to say in it. */
export interface CardState {
  readonly isBusy: boolean;
  /** Why the task was refused last; empty when it was not. */
  readonly wrong: string;
  readonly complete: (done: Done) => void;
  /** Takes the task on; from a colleague who has it, too. */
  readonly take: () => void;
  /** Asks the buyer of a refund by transfer once more for an account. */
  readonly askAgain: () => void;
  /** Why the buyer was not asked; empty when that was not tried, or the buyer was. */
  readonly notAsked: string;
}

/** One task of the city: what is to be done, and the form that marks it as done. */
export function taskCard(task: TaskViewFragment, state: CardState, language: Language): TemplateResult {
  const words = workWords[language].city;
  return html`<div class="row spread"><strong>${words.kinds[task.kind]}</strong>${task.amount ? html`<span class="price">${rupiah(task.amount)}</span>` : ''}</div>
    <p>${task.title}</p>
    <p class="quiet small">${task.detail}</p>
    ${task.kind === 'REFUND_BY_TRANSFER' ? drawAccount(task, state, language) : ''}
    <p class="row quiet small">${task.orderCode ? html`<a class="reach" href=${cityOrderPath(task.orderCode)}>${task.orderCode}</a>` : ''}<span>${words.since(dayAndTime(task.createdAt, language, marketNow()))}</span></p>
    ${task.doneAt ? drawDone(task, language) : html`${drawOwner(task, state, language)}${task.isMine || !task.owner ? drawForm(task, state, language) : ''}`}`;
}

/** Where the buyer wants the money; while that is not known, when the buyer was asked last, and a way to ask again. */
function drawAccount(task: TaskViewFragment, state: CardState, language: Language): TemplateResult {
  const words = disputeWords[language].account;
  const { refundAccount: known, accountAskedAt: askedAt } = task;
  if (known) return html`<p class="small">${words.known(known.bank, known.accountNumber, known.holderName)}</p>`;
  const asked = askedAt ? words.askedAt(dayAndTime(askedAt, language, marketNow())) : '';
  if (task.doneAt) return html`<p class="small">${words.missing} ${asked}</p>`;
  return html`<div class="row spread"><p class="small">${words.missing} ${asked}</p>
      <button class="button second ask" type="button" ?disabled=${state.isBusy} @click=${state.askAgain}>${words.askAgain}</button></div>
    <p class="wrong" role="alert">${state.notAsked}</p>`;
}

function drawDone({ note, outcome, owner }: TaskViewFragment, language: Language): TemplateResult {
  const words = workWords[language].city;
  return html`<p class="small">${outcome ? html`<strong>${words.outcomes[outcome]}.</strong> ` : ''}${note ?? ''}</p>
    ${owner ? html`<p class="quiet small">${words.doneBy(owner)}</p>` : ''}`;
}

function drawOwner({ owner, isMine }: TaskViewFragment, state: CardState, language: Language): TemplateResult {
  const words = workWords[language].city;
  if (isMine) return html`<p class="small">${words.mine}</p>`;
  return html`<div class="row spread"><p class="quiet small">${owner ? words.takenBy(owner) : words.free}</p>
    <button class="button second" type="button" ?disabled=${state.isBusy} @click=${state.take}>${owner ? words.takeOver : words.take}</button></div>`;
}

/** Differences about money end with an outcome. */
function asksOutcome({ kind }: TaskViewFragment): boolean {
  return kind === 'RECONCILIATION' || kind === 'PAYMENT_MISMATCH';
}

function drawOutcome({ id }: TaskViewFragment, language: Language): TemplateResult {
  const words = workWords[language].city;
  const options = Object.entries(words.outcomes).map(([value, name]) => html`<option value=${value}>${name}</option>`);
  return html`<div class="field"><label for="outcome-${id}">${words.outcome}</label>
    <select id="outcome-${id}" name="outcome" required><option value="">${words.chooseOutcome}</option>${options}</select></div>`;
}

function drawForm(task: TaskViewFragment, state: CardState, language: Language): TemplateResult {
  const words = workWords[language].city;
  const { id, kind } = task;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    state.complete({
      note: String(fields.get('note') ?? '').trim(),
      reference: String(fields.get('reference') ?? '').trim() || null,
      outcome: (fields.get('outcome') as TaskOutcome | null) || null,
    });
  };
  const field = (name: 'note' | 'reference', label: string, hint: string, longest: number): TemplateResult =>
    html`<div class="field">
      <label for="${name}-${id}">${label}</label>
      <input id="${name}-${id}" name=${name} type="text" required maxlength=${longest} autocomplete="off" aria-describedby="${name}-hint-${id}">
      <span class="hint" id="${name}-hint-${id}">${hint}</span>
    </div>`;
  return html`<form class="stack-tight" id="form-${id}" @submit=${submit}>
    ${kind === 'REFUND_BY_TRANSFER' ? field('reference', words.reference, words.referenceHint, 100) : ''}
    ${asksOutcome(task) ? drawOutcome(task, language) : ''}
    ${field('note', words.note, words.noteHint, 500)}
    <p class="wrong" role="alert">${state.wrong}</p>
    <button class="button" type="submit" ?disabled=${state.isBusy}>${words.complete}</button>
  </form>`;
}
