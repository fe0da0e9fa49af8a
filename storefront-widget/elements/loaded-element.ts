import { html, type PropertyValues, type TemplateResult } from 'lit';
import { shellWords } from '../words/shell.ts';
import { PageElement } from './page-element.ts';

/**
 * A part of a page that asks the API for what it shows. Until the answer is there, the shape that the server drew stays; when
 * there is none, the page says why and offers to ask again.
 */
export abstract class LoadedElement extends PageElement {
  static override properties = { ...PageElement.properties, isLoaded: { state: true } };

  /** Whether the first answer is there. */
  declare protected isLoaded: boolean;
  #drew = false;

  constructor() {
    super();
    this.isLoaded = false;
  }

  /** Asks for what is shown. */
  protected abstract load(): Promise<void>;

  /** Draws what was asked for. */
  protected abstract draw(): TemplateResult;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.reload();
  }

  /** Asks again. */
  protected reload(): Promise<void> {
    return this.act(async () => {
      await this.load();
      this.isLoaded = true;
    });
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override shouldUpdate(): boolean {
    return this.isLoaded || this.problem !== '';
  }

  protected override update(changed: PropertyValues): void {
    if (!this.#drew) this.replaceChildren();
    this.#drew = true;
    super.update(changed);
  }

  protected override render(): TemplateResult {
    return this.isLoaded ? this.draw() : this.#drawFailure();
  }

  #drawFailure(): TemplateResult {
    return html`<div class="empty">
      <img src="/drawings/error.svg" alt="" width="160" height="160">
      <p role="alert">${this.problem}</p>
      <button class="button second" @click=${() => this.reload()} ?disabled=${this.isBusy}>${shellWords[this.language].tryAgain}</button>
    </div>`;
  }
}
