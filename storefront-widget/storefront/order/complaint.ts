import { html, type TemplateResult } from 'lit';
import { disputeView, LIVE_DISPUTES } from '../../elements/dispute-view.ts';
import { marketNow } from '../../elements/market-clock.ts';
import { shut } from '../../elements/modal.ts';
import type { PhotoField } from '../../elements/photo-field.ts';
import { type SheetState, sheet } from '../../elements/sheet.ts';
import type { DisputeReason, DisputeWish, OpenDisputeInput } from '../../operations/generated/graphql.ts';
import type { Language } from '../../words/bilingual.ts';
import { disputeWords } from '../../words/dispute.ts';
import { dayAndTime } from '../../words/format.ts';
import { orderWords } from '../../words/order.ts';
import type { Parcel } from './order.ts';

/** What a buyer can do about a complaint. */
export interface ComplaintActs {
  open(parcel: Parcel): void;
  accept(disputeId: string): void;
  passOn(disputeId: string): void;
  withdraw(disputeId: string): void;
}

/** The complaint about a collected parcel, or the way to make one; nothing when it is too late. */
export function drawComplaint(
  parcel: Parcel,
  isBusy: boolean,
  acts: ComplaintActs,
  language: Language,
): TemplateResult | '' {
  const words = disputeWords[language];
  const { dispute, disputableUntil } = parcel;
  if (!dispute) {
    if (!disputableUntil) return '';
    return html`<p class="quiet small">${words.until(dayAndTime(disputableUntil, language, marketNow()))}</p>
      <button type="button" class="button second" ?disabled=${isBusy} @click=${() => acts.open(parcel)}>${words.open}</button>`;
  }
  const isOffered = dispute.status === 'OFFERED';
  const button = (look: string, label: string, act: (id: string) => void): TemplateResult =>
    html`<button type="button" class="button ${look}" ?disabled=${isBusy} @click=${() => act(dispute.id)}>${label}</button>`;
  return html`<section class="note stack-tight" aria-label=${words.complaint}>${disputeView(dispute, language)}
    ${drawDeadline(dispute, language)}
    <div class="acts">
      ${isOffered ? html`${button('', words.accept, acts.accept)} ${button('second', words.passOn, acts.passOn)}` : ''}
      ${LIVE_DISPUTES.includes(dispute.status) ? button('plain', words.withdraw, acts.withdraw) : ''}
    </div></section>`;
}

/** Until when the next answer has to come, and from whom. */
function drawDeadline({ status, dueBy }: NonNullable<Parcel['dispute']>, language: Language): TemplateResult | '' {
  if (!dueBy || (status !== 'OPEN' && status !== 'OFFERED')) return '';
  const words = disputeWords[language];
  const time = dayAndTime(dueBy, language, marketNow());
  return html`<p class="small">${status === 'OPEN' ? words.due(time) : words.offerBy(time)}</p>`;
}

const REASONS: readonly DisputeReason[] = ['DAMAGED', 'SPOILED', 'WRONG_GOODS', 'MISSING', 'NOT_AS_DESCRIBED', 'OTHER'];
const WISHES: readonly DisputeWish[] = ['ALL_BACK', 'PART_BACK'];

/** Asks what is wrong with a parcel. Gives the complaint without its key; `nothing` is called when no piece was chosen. */
export function drawComplaintDialog(
  parcel: Parcel,
  state: SheetState,
  done: (complaint: Omit<OpenDisputeInput, 'idempotencyKey'>) => void,
  nothing: () => void,
  language: Language,
): TemplateResult {
  const words = disputeWords[language];
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const said = new FormData(form);
    const lines = parcel.lines
      .map(({ id }) => ({ lineId: id, quantity: Number(said.get(id) ?? 0) }))
      .filter(({ quantity }) => quantity > 0);
    if (lines.length === 0) nothing();
    if (lines.length === 0 || state.isBusy) return;
    const photos = form.querySelector<PhotoField>('berjubel-photos');
    done({
      parcelId: parcel.id,
      reason: said.get('reason') as DisputeReason,
      wish: said.get('wish') as DisputeWish,
      text: String(said.get('text') ?? '').trim(),
      lines,
      photoUploadIds: [...(photos?.uploadIds ?? [])],
    });
  };
  const left = parcel.lines.filter(({ quantity, refundedQuantity }) => quantity > refundedQuantity);
  const body = html`<p class="quiet small">${words.held}</p>
    <form class="stack" @submit=${submit}>
      <fieldset class="stack-tight"><legend class="legend">${words.which}</legend>
        ${left.map(
          ({
            id,
            title,
            quantity,
            refundedQuantity,
          }) => html`<div class="pieces"><label for="barang-${id}"><span class="unseen">${words.pieces(title)}</span><span aria-hidden="true">${title}</span></label>
            <select id="barang-${id}" name=${id}>${Array.from({ length: quantity - refundedQuantity + 1 }, (_, count) => html`<option value=${count}>${count}</option>`)}</select></div>`,
        )}
      </fieldset>
      <div class="field"><label for="masalah">${words.reason}</label><select id="masalah" name="reason">${REASONS.map((each) => html`<option value=${each}>${words.reasons[each]}</option>`)}</select></div>
      <div class="field"><label for="cerita">${words.text}</label><textarea id="cerita" name="text" rows="3" maxlength="1000" required></textarea></div>
      <div class="field"><label for="mau">${words.wish}</label><select id="mau" name="wish">${WISHES.map((each) => html`<option value=${each}>${words.wishes[each]}</option>`)}</select></div>
      <berjubel-photos hint=${words.photosHint}></berjubel-photos>
      <button class="button wide" type="submit" ?disabled=${state.isBusy}>${words.send}</button>
      <button class="button second wide" type="button" @click=${shut}>${orderWords[language].cancel.keep}</button>
    </form>`;
  return sheet(words.openTitle(parcel.seller.name), body, state, language);
}
