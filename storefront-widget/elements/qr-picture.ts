import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import download from 'lucide-static/icons/download.svg?raw';
import { icon } from './icon.ts';

/** `<berjubel-qr>`: a QR code to pay with, drawn here from its text, so that it can be saved; or the provider's picture where there is no text. */
export class QrPicture extends LitElement {
  static override properties = {
    text: { attribute: false },
    picture: { attribute: false },
    label: { attribute: false },
    save: { attribute: false },
    fileName: { attribute: false },
    drawn: { state: true },
  };

  declare text: string | null;
  /** Address of the provider's picture. */
  declare picture: string | null;
  declare label: string;
  /** Words of the link that saves it; without them there is none. */
  declare save: string;
  declare fileName: string;
  /** The picture drawn here, as a data address; empty before. */
  declare protected drawn: string;

  constructor() {
    super();
    this.save = '';
    this.fileName = '';
    this.drawn = '';
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('text')) void this.#draw();
  }

  async #draw(): Promise<void> {
    const { text } = this;
    if (!text) return;
    const { toDataURL } = await import('qrcode');
    const drawn = await toDataURL(text, { errorCorrectionLevel: 'M', margin: 4, scale: 8 });
    if (this.text === text) this.drawn = drawn;
  }

  protected override render(): TemplateResult {
    const source = this.text ? this.drawn : this.picture;
    if (!source) return html`<div class="qr skeleton"></div>`;
    return html`<img class="qr" src=${source} alt=${this.label} width="260" height="260">
      ${this.save ? html`<a class="button second" href=${source} download=${this.fileName}>${icon(download)}${this.save}</a>` : nothing}`;
  }
}
