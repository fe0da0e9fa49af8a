import { html, nothing, type TemplateResult } from 'lit';
import { rupiahInput } from '../elements/rupiah-input.ts';
import type { VoucherKind, VoucherScopesQuery } from '../operations/generated/graphql.ts';
import type { Language } from '../words/bilingual.ts';
import { shellWords } from '../words/shell.ts';
import { voucherWords } from '../words/voucher.ts';

/** What the form depends on. */
export interface VoucherFormState {
  readonly kind: VoucherKind;
  /** Whether it is the city's: then shops can be named, and a part of the cost be theirs. */
  readonly isOfCity: boolean;
  readonly categories: VoucherScopesQuery['categories'];
  readonly isBusy: boolean;
  /** Field that was refused, and why; empty when none was. */
  readonly wrong: { readonly field: string; readonly message: string };
  readonly chooseKind: (kind: VoucherKind) => void;
  readonly save: (form: HTMLFormElement) => void;
  readonly cancel: () => void;
}

/** The form of a new voucher. Its terms never change afterwards. */
export function voucherForm(state: VoucherFormState, language: Language): TemplateResult {
  const words = voucherWords[language].desk;
  const submit = (event: Event): void => {
    event.preventDefault();
    state.save(event.currentTarget as HTMLFormElement);
  };
  const number = (name: string, label: string, more: { max: number; required?: boolean }) =>
    field(
      state,
      name,
      label,
      html`<input id="voucher-${name}" name=${name} type="number" inputmode="numeric" step="1" min="1" max=${more.max}
        ?required=${more.required ?? false} aria-invalid=${state.wrong.field === name ? 'true' : 'false'}>`,
    );
  const sum = (name: string, label: string, isRequired = false) =>
    field(
      state,
      name,
      label,
      rupiahInput({ id: `voucher-${name}`, name, isRequired, isWrong: state.wrong.field === name }),
    );
  const text = (name: string, label: string, most: number, hint = '') =>
    field(
      state,
      name,
      label,
      html`<input id="voucher-${name}" name=${name} type="text" required maxlength=${most} autocomplete="off"
        aria-describedby=${hint ? `voucher-${name}-hint` : nothing} aria-invalid=${state.wrong.field === name ? 'true' : 'false'}>`,
      hint,
    );
  const time = (name: string, label: string) =>
    field(state, name, label, html`<input id="voucher-${name}" name=${name} type="datetime-local">`);
  const group = (legend: string, fields: TemplateResult): TemplateResult =>
    html`<fieldset class="stack-tight"><legend>${legend}</legend>${fields}</fieldset>`;
  const period = html`<select id="voucher-period" name="period" aria-describedby="voucher-period-hint">${Object.entries(
    words.periods,
  ).map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select>`;
  return html`<form class="stack" @submit=${submit}>
    <p class="quiet small">${words.formHelp}</p>
    ${group(
      words.groups.what,
      html`${text('code', words.code, 40, words.codeHint)} ${text('name', words.name, 80)}
        ${field(state, 'kind', words.kind, drawKinds(state, language))}
        ${state.kind === 'PERCENTAGE' ? html`<div class="days">${number('percent', words.percent, { max: 100, required: true })} ${sum('maxDiscount', words.maxDiscount)}</div>` : ''}
        ${state.kind === 'AMOUNT' ? sum('amount', words.amount, true) : ''}
        ${sum('minimumSpend', words.minimumSpend)}`,
    )}
    ${group(words.groups.when, html`<div class="days times">${time('startsAt', words.startsAt)} ${time('endsAt', words.endsAt)}</div>`)}
    ${group(
      words.groups.limits,
      html`<div class="days">${number('limitTotal', words.limitTotal, { max: 1_000_000 })} ${number('limitPerBuyer', words.limitPerBuyer, { max: 100 })}</div>
        ${field(state, 'period', words.period, period, words.periodHint)}
        <div class="days">${number('limitInPeriod', words.limitInPeriod, { max: 1_000_000 })} ${number('limitPerPeriod', words.limitPerPeriod, { max: 100 })}</div>`,
    )}
    ${group(words.groups.scope, html`${field(state, 'category', words.category, drawCategories(state, language))} ${state.isOfCity ? drawScope(state, language) : ''}`)}
    <div class="row">
      <button class="button" type="submit" ?disabled=${state.isBusy}>${words.save}</button>
      <button class="button plain" type="button" @click=${state.cancel}>${shellWords[language].cancel}</button>
    </div>
  </form>`;
}

function field(
  { wrong }: VoucherFormState,
  name: string,
  label: string,
  control: TemplateResult,
  hint = '',
): TemplateResult {
  return html`<div class="field"><label for="voucher-${name}">${label}</label>${control}
    ${hint ? html`<span class="hint" id="voucher-${name}-hint">${hint}</span>` : ''}
    ${wrong.field === name ? html`<p class="wrong" role="alert">${wrong.message}</p>` : ''}</div>`;
}

function drawKinds({ kind, chooseKind }: VoucherFormState, language: Language): TemplateResult {
  const { kinds } = voucherWords[language].desk;
  const choose = ({ target }: Event): void => chooseKind((target as HTMLSelectElement).value as VoucherKind);
  return html`<select id="voucher-kind" name="kind" @change=${choose}>${Object.entries(kinds).map(
    ([value, label]) => html`<option value=${value} ?selected=${value === kind}>${label}</option>`,
  )}</select>`;
}

function drawCategories({ categories }: VoucherFormState, language: Language): TemplateResult {
  const name = (category: { name: string; nameEn: string }): string =>
    language === 'id' ? category.name : category.nameEn;
  return html`<select id="voucher-category" name="category"><option value="">${voucherWords[language].desk.anyCategory}</option>
    ${categories.map(
      (root) => html`<option value=${root.id}>${name(root)}</option>
        ${root.children.map((below) => html`<option value=${below.id}>${name(root)} › ${name(below)}</option>`)}`,
    )}</select>`;
}

/** For which shops, and how much of it they bear. */
function drawScope(state: VoucherFormState, language: Language): TemplateResult {
  const words = voucherWords[language].desk;
  return html`${field(state, 'sellers', words.sellers, html`<input id="voucher-sellers" name="sellers" type="text" autocomplete="off" aria-describedby="voucher-sellers-hint">`, words.sellersHint)}
    ${field(
      state,
      'sellerPercent',
      words.sellerPercent,
      html`<input id="voucher-sellerPercent" name="sellerPercent" type="number" min="0" max="100" step="1" value="0" inputmode="numeric" aria-describedby="voucher-sellerPercent-hint">`,
      words.sellerPercentHint,
    )}`;
}
