import { html, nothing, type TemplateResult } from 'lit';
import camera from 'lucide-static/icons/camera.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import { photoWords } from '../words/photo.ts';
import { icon } from './icon.ts';
import { newKey } from './new-key.ts';
import { PageElement } from './page-element.ts';
import { type SentPhoto, sendPhoto } from './send-photo.ts';

const USUAL_MOST = 5;

/**
 * `<berjubel-photos>`: takes a few pictures, sends each up as soon as it is chosen, and shows it.
 * Attributes: label, hint, most (how many), name. With a name, the form around it carries the public ids under it, waits with
 * sending until all pictures have come, and the photos that the server drew as ticked boxes of that name are there from the start.
 * Property: uploadIds, read when the form is sent.
 */
export class PhotoField extends PageElement {
  static override properties = {
    ...PageElement.properties,
    label: {},
    hint: {},
    name: {},
    most: { type: Number },
    photos: { state: true },
    wrong: { state: true },
  };

  declare label: string;
  declare hint: string;
  declare name: string;
  declare most: number;
  declare private photos: readonly SentPhoto[];
  declare private wrong: readonly string[];
  readonly #id = `photos-${newKey()}`;
  /** Sends the form around it once the pictures have come. */
  #sendForm: (() => void) | null = null;

  constructor() {
    super();
    Object.assign(this, { label: '', hint: '', name: '', most: USUAL_MOST, photos: [], wrong: [] });
  }

  /** Public ids of the pictures that were sent. */
  get uploadIds(): readonly string[] {
    return this.photos.map(({ id }) => id);
  }

  protected override createRenderRoot(): HTMLElement {
    const kept = this.querySelectorAll<HTMLInputElement>('input[type="checkbox"]:checked');
    this.photos = [...kept].map(({ value, parentElement }) => ({
      id: value,
      url: parentElement?.querySelector('img')?.src ?? '',
    }));
    if (this.name) this.closest('form')?.addEventListener('submit', this.#waitForPhotos);
    return super.createRenderRoot();
  }

  #waitForPhotos = (event: SubmitEvent): void => {
    if (!this.isBusy) return;
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    this.#sendForm = () => form.requestSubmit();
  };

  #choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    const words = photoWords[this.language];
    this.wrong = [];
    await this.act(async () => {
      const room = this.most - this.photos.length;
      if (files.length > room) this.wrong = [words.tooMany(this.most)];
      for (const file of files.slice(0, room)) {
        const sent = await sendPhoto(file, this.language);
        if (typeof sent === 'string') this.wrong = [...this.wrong, words.refused(file.name, sent)];
        else this.photos = [...this.photos, sent];
      }
      input.value = '';
    });
    const sendForm = this.#sendForm;
    this.#sendForm = null;
    // The hidden fields must be there first. What was refused is for the person to see before the form goes.
    await this.updateComplete;
    if (this.wrong.length === 0 && !this.problem) sendForm?.();
  };

  #drop(id: string): void {
    this.photos = this.photos.filter((photo) => photo.id !== id);
    this.querySelector<HTMLElement>('input[type="file"]')?.focus();
  }

  override render(): TemplateResult {
    const words = photoWords[this.language];
    const count = this.photos.length;
    const id = this.#id;
    // The browser's own field says "no file chosen" in its own language, also when photos have been sent.
    return html`<div class="field"><span class="legend" id="${id}-label">${this.label || words.label(this.most)}</span>
      <label class="button second pick"><input class="unseen" id=${id} type="file" accept="image/*" multiple ?disabled=${this.isBusy} aria-labelledby="${id}-label ${id}-act" aria-describedby="${id}-hint" @change=${this.#choose}>${icon(camera)}<span id="${id}-act">${words.choose}</span></label>
      <span class="hint" id="${id}-hint">${this.hint || words.hint}</span>
      <span class="hint" role="status">${this.isBusy ? words.sending(count) : count > 0 ? words.sent(count) : ''}</span>
      ${count > 0 ? html`<ul class="photos picked">${this.photos.map((photo, at) => this.#photo(photo, at + 1))}</ul>` : nothing}
      <p class="wrong" role="alert">${this.wrong.length > 0 ? this.wrong.map((line) => html`${line}<br>`) : this.problem}</p></div>`;
  }

  #photo({ id, url }: SentPhoto, number: number): TemplateResult {
    const words = photoWords[this.language];
    return html`<li>${url ? html`<img src=${url} alt=${words.number(number)} width="72" height="72">` : nothing}
      <button type="button" aria-label=${words.drop(number)} ?disabled=${this.isBusy} @click=${() => this.#drop(id)}>${icon(x)}</button>
      ${this.name ? html`<input type="hidden" name=${this.name} value=${id}>` : nothing}</li>`;
  }
}
