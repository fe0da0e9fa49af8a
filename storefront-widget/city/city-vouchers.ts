import { html, type TemplateResult } from 'lit';
import { CuratorPage } from './curator-page.ts';

/** `<berjubel-city-vouchers>`: the page of the city's vouchers, for curators. */
export class CityVouchers extends CuratorPage {
  protected override readonly here = 'vouchers';

  /** The list asks for itself. */
  protected override async load(): Promise<void> {}

  protected override renderPage(): TemplateResult {
    return html`<berjubel-vouchers></berjubel-vouchers>`;
  }
}
