import { html, type TemplateResult } from 'lit';
import type { TaskViewFragment } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { disputeWords } from '../words/dispute.ts';
import { dayAndTime, rupiah } from '../words/format.ts';
import { workWords } from '../words/work.ts';

/** What a curator wrote about a task that is done. */
export interface Done {
  readonly note: string;
  /** Number of the bank transfer; null where no money was moved. */
  readonly reference: string | null;
}

/** What the desk does with a card, and what it has to say in it. */
export interface CardState {
  readonly isBusy: boolean;
  /** Why the task was refused last; empty when it was not. */
  readonly wrong: string;
  readonly complete: (done: Done) => void;
}

/** One task of the city: what is to be done, and the form that marks it as done. */
export function taskCard(task: TaskViewFragment, state: CardState, language: Language): TemplateResult {
  const words = workWords[language].city;
  return html`<div class="row spread"><strong>${words.kinds[task.kind]}</strong>${task.amount ? html`<span class="price">${rupiah(task.amount)}</span>` : ''}</div>
    <p>${task.title}</p>
    <p class="quiet small">${task.detail}</p>
    ${task.kind === 'REFUND_BY_TRANSFER' ? html`<p class="small">${accountOf(task, language)}</p>` : ''}
    <p class="quiet small">${task.orderCode ?? ''} ${words.since(dayAndTime(task.createdAt, language))}</p>
    ${task.doneAt ? html`<p class="small">${task.note ?? ''}</p>` : drawForm(task, state, language)}`;
}

/** Where the buyer wants the money. */
function accountOf({ refundAccount: known }: TaskViewFragment, language: Language): string {
  const words = disputeWords[language].account;
  return known ? words.known(known.bank, known.accountNumber, known.holderName) : words.missing;
}

function drawForm({ id, kind }: TaskViewFragment, state: CardState, language: Language): TemplateResult {
  const words = workWords[language].city;
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const reference = fields.get('reference');
    state.complete({
      note: String(fields.get('note') ?? '').trim(),
      reference: reference === null ? null : String(reference).trim(),
    });
  };
  const field = (name: 'note' | 'reference', label: string, hint: string, longest: number): TemplateResult =>
    html`<div class="field">
      <label for="${name}-${id}">${label}</label>
      <input id="${name}-${id}" name=${name} type="text" required maxlength=${longest} autocomplete="off" aria-describedby="${name}-hint-${id}">
      <span class="hint" id="${name}-hint-${id}">${hint}</span>
    </div>`;
  return html`<form class="stack-tight" @submit=${submit}>
    ${kind === 'REFUND_BY_TRANSFER' ? field('reference', words.reference, words.referenceHint, 100) : ''}
    ${field('note', words.note, words.noteHint, 500)}
    <p class="wrong" role="alert">${state.wrong}</p>
    <button class="button" type="submit" ?disabled=${state.isBusy}>${words.complete}</button>
  </form>`;
}
