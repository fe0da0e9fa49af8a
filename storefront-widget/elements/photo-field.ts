import { html, nothing, type TemplateResult } from 'lit';
import x from 'lucide-static/icons/x.svg?raw';
import { CreateUploadDocument } from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { ask } from './client.ts';
import { icon } from './icon.ts';
import { newKey } from './new-key.ts';
import { PageElement } from './page-element.ts';

const MOST = 5;

/**
 * `<berjubel-photos>`: takes up to five pictures and sends each up as soon as it is chosen.
 * Property: label. Its public ids are read from `uploadIds` when the form is sent.
 */
export class PhotoField extends PageElement {
  static override properties = {
    ...PageElement.properties,
    label: {},
    uploadIds: { attribute: false },
    wrong: { state: true },
  };

  declare label: string;
  /** Public ids of the pictures that were sent. */
  declare uploadIds: readonly string[];
  declare private wrong: string;
  readonly #id = `photos-${newKey()}`;

  constructor() {
    super();
    this.label = '';
    this.uploadIds = [];
    this.wrong = '';
  }

  #choose = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    const words = disputeWords[this.language];
    this.wrong = '';
    void this.act(async () => {
      if (this.uploadIds.length + files.length > MOST) {
        this.wrong = words.tooMany;
        return;
      }
      for (const file of files) {
        const id = await sendPhoto(file);
        if (id) this.uploadIds = [...this.uploadIds, id];
        else this.wrong = words.notSent;
      }
      input.value = '';
    });
  };

  #drop(id: string): void {
    this.uploadIds = this.uploadIds.filter((each) => each !== id);
    this.querySelector('input')?.focus();
  }

  override render(): TemplateResult {
    const words = disputeWords[this.language];
    const count = this.uploadIds.length;
    return html`<div class="field"><label for=${this.#id}>${this.label || words.photos}</label>
      <input id=${this.#id} type="file" accept="image/*" multiple ?disabled=${this.isBusy} aria-describedby="${this.#id}-hint" @change=${this.#choose}>
      <span class="hint" id="${this.#id}-hint">${words.photosHint}</span>
      <span class="hint" role="status">${this.isBusy ? words.sending(count) : count > 0 ? words.sent(count) : ''}</span>
      ${
        count > 0
          ? html`<div class="chips">${this.uploadIds.map((id, at) => html`<button type="button" class="chip" aria-label=${words.dropPhoto(at + 1)} @click=${() => this.#drop(id)}>${words.photoNumber(at + 1)} ${icon(x)}</button>`)}</div>`
          : nothing
      }
      <p class="wrong" role="alert">${this.wrong || this.problem}</p></div>`;
  }
}

/** Sends a picture up under a ticket; its public id, null when it is not taken. */
async function sendPhoto(file: File): Promise<string | null> {
  const { createUpload } = await ask(CreateUploadDocument, { input: { idempotencyKey: newKey() } });
  const { ticket, upload, url } = createUpload;
  if (!ticket || !upload || !url) return null;
  const form = new FormData();
  form.append('ticket', ticket);
  form.append('file', file);
  const answer = await fetch(url, { method: 'POST', body: form }).catch(() => null);
  return answer?.ok ? upload.id : null;
}
