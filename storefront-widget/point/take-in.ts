import { html, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { PageElement } from '../elements/page-element.ts';
import { ReceiveParcelDocument } from '../operations/generated/graphql.ts';
import { workWords } from '../words/work.ts';
import { type Outcome, outcomePanel, sound } from './outcome.ts';

/** `<berjubel-take-in>`: takes parcels in, one code after the other. A hand scanner types the code and presses Enter. */
export class TakeIn extends PageElement {
  static override properties = { ...PageElement.properties, pointId: {}, outcome: { state: true } };

  declare pointId: string;
  declare private outcome: Outcome | null;

  constructor() {
    super();
    this.pointId = '';
    this.outcome = null;
  }

  override firstUpdated(): void {
    this.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    const words = workWords[this.language].point;
    return html`<form class="stack" @submit=${this.#submit}>
        <div class="field">
          <label for="parcel-code">${words.parcelCode}</label>
          <input class="code-input" id="parcel-code" name="code" type="text" required maxlength="20" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="parcel-hint" />
          <span class="hint" id="parcel-hint">${words.parcelHint}</span>
        </div>
        <button class="button wide" type="submit" ?disabled=${this.isBusy} aria-busy=${this.isBusy}>${words.receiveDo}</button>
      </form>
      ${outcomePanel(this.problem ? { kind: 'bad', word: words.refused, lines: [this.problem] } : this.outcome)}`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const parcelCode = String(new FormData(form).get('code') ?? '').trim();
    if (parcelCode === '') return;
    void this.act(async () => {
      const words = workWords[this.language].point;
      this.outcome = null;
      const { receiveParcel } = await ask(ReceiveParcelDocument, { input: { pointId: this.pointId, parcelCode } });
      const { parcel, userErrors } = receiveParcel;
      const refusal = userErrors[0];
      if (parcel)
        this.outcome = {
          kind: 'good',
          word: words.received,
          lines: [`${parcel.code}, ${words.receivedFrom(parcel.seller.name)}`, words.putOnShelf],
        };
      else if (refusal?.code === 'NOT_FOUND')
        this.outcome = { kind: 'bad', word: words.notFound, lines: [words.notFoundHelp] };
      else this.outcome = { kind: 'bad', word: words.refused, lines: [refusal?.message ?? ''] };
      sound(this.outcome.kind);
      if (parcel) form.reset();
      this.querySelector('input')?.select();
    });
  }
}
