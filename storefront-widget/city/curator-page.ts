import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { noWorkHere } from '../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../elements/page-element.ts';
import { WorkPlacesDocument } from '../operations/generated/graphql.ts';
import { shellWords } from '../words/shell.ts';
import { type CityDeskName, deskLinks } from './desk-links.ts';

/**
 * A page of the city's desk, for curators: leads others to sign in, shows the ways between the pages, and what became of the last act.
 */
export abstract class CuratorPage extends PageElement {
  static override properties = { ...PageElement.properties, isCurator: { state: true }, said: { state: true } };

  /** Null while it is asked. */
  declare protected isCurator: boolean | null;
  /** What was done last, in words; empty before. */
  declare protected said: string;
  /** Which of the pages it is. */
  protected abstract readonly here: CityDeskName;

  constructor() {
    super();
    this.isCurator = null;
    this.said = '';
  }

  /** Asks for what the page shows. */
  protected abstract load(): Promise<void>;

  /** Draws what stands below the ways between the pages. */
  protected abstract renderPage(): TemplateResult;

  override firstUpdated(): void {
    this.#begin();
  }

  #begin(): void {
    void this.act(async () => {
      const { viewer } = await ask(WorkPlacesDocument, {});
      if (!viewer) return goToSignIn();
      const isCurator = viewer.memberships.some(({ role }) => role === 'CURATOR');
      if (isCurator) await this.load();
      this.isCurator = isCurator;
    });
  }

  override render(): TemplateResult {
    if (this.isCurator === false) return noWorkHere(this.language);
    return html`${deskLinks(this.here, this.language)}
      <p role="status" class=${this.said ? 'note' : 'unseen'}>${this.said}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.isCurator ? this.renderPage() : this.#renderWaiting()}`;
  }

  #renderWaiting(): TemplateResult {
    const words = shellWords[this.language];
    if (!this.problem) return html`<p class="quiet" role="status">${words.loading}</p>`;
    return html`<p><button class="button second" type="button" ?disabled=${this.isBusy} @click=${() => this.#begin()}>${words.tryAgain}</button></p>`;
  }
}
