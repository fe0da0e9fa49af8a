import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { noWorkHere } from '../elements/no-work-here.ts';
import { goToSignIn, PageElement } from '../elements/page-element.ts';
import { WorkPlacesDocument } from '../operations/generated/graphql.ts';
import { deskLinks } from './desk-links.ts';

/** `<berjubel-city-vouchers>`: the page of the city's vouchers, for curators. */
export class CityVouchers extends PageElement {
  static override properties = { ...PageElement.properties, isCurator: { state: true } };

  /** Null while it is asked. */
  declare private isCurator: boolean | null;

  constructor() {
    super();
    this.isCurator = null;
  }

  override firstUpdated(): void {
    void this.act(async () => {
      const { viewer } = await ask(WorkPlacesDocument, {});
      if (!viewer) return goToSignIn();
      this.isCurator = viewer.memberships.some(({ role }) => role === 'CURATOR');
    });
  }

  override render(): TemplateResult {
    if (this.isCurator === false) return noWorkHere(this.language);
    return html`${deskLinks('vouchers', this.language)}
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      ${this.isCurator ? html`<berjubel-vouchers></berjubel-vouchers>` : nothing}`;
  }
}
