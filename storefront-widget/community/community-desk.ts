import { html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Membership, type Place, WorkDesk } from '../elements/work-desk.ts';
import { workWords } from '../words/work.ts';

/** `<berjubel-community-desk>`: what a community's site has earned by its widgets, and how it is paid out. */
export class CommunityDesk extends WorkDesk {
  protected override placeOf({ community }: Membership): Place | null {
    return community ?? null;
  }

  /** The earnings ask for themselves. */
  protected override async open(): Promise<void> {}

  protected override renderDesk({ id, name }: Place): TemplateResult {
    const words = workWords[this.language].community;
    return html`<p><strong>${name}</strong></p>
      <p class="quiet small">${words.help}</p>
      ${keyed(id, html`<berjubel-earnings class="section" .ownerId=${id}></berjubel-earnings>`)}`;
  }
}
