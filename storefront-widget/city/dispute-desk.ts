import { html, nothing, type TemplateResult } from 'lit';
import { ask } from '../elements/client.ts';
import { disputeView, ENDED_DISPUTES } from '../elements/dispute-view.ts';
import {
  DecideDisputeDocument,
  type DecideDisputeInput,
  type DisputeStatus,
  DisputesDocument,
  type WorkDisputeFragment,
} from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { CuratorList, type Listed, type ListWords } from './curator-list.ts';
import { cityOrderPath } from './desk-links.ts';

const WAITING: readonly DisputeStatus[] = ['ESCALATED'];

/** `<berjubel-dispute-desk>`: complaints that buyer and seller could not settle, the longest waiting first. */
export class DisputeDesk extends CuratorList<WorkDisputeFragment> {
  protected override readonly here = 'disputes';

  protected override get words(): ListWords {
    const { city, seller } = disputeWords[this.language];
    const { title, waiting: open, none, noneEnded, more } = city;
    return { title, open, ended: seller.ended, none, noneEnded, more };
  }

  protected override async read(hasEnded: boolean, after: string | null): Promise<Listed<WorkDisputeFragment>> {
    const status = [...(hasEnded ? ENDED_DISPUTES : WAITING)];
    return (await ask(DisputesDocument, { status, after })).disputes;
  }

  #decide(id: string, decision: Omit<DecideDisputeInput, 'disputeId'>): void {
    void this.act(async () => {
      const { decideDispute } = await ask(DecideDisputeDocument, { input: { disputeId: id, ...decision } });
      const sentence = decideDispute.userErrors[0]?.message;
      this.wrong = sentence ? { id, sentence } : null;
      if (decideDispute.dispute) await this.finish({ id }, disputeWords[this.language].city.decided);
    });
  }

  protected override renderItem(dispute: WorkDisputeFragment): TemplateResult {
    const { parcel, id, status, claimTotal } = dispute;
    const decided = ({ detail }: CustomEvent<Omit<DecideDisputeInput, 'disputeId'>>): void => this.#decide(id, detail);
    return html`<p class="row spread"><strong><a class="reach" href=${cityOrderPath(parcel.orderCode)}>${parcel.orderCode}</a></strong><span class="quiet small">${parcel.seller.name} · ${parcel.code}</span></p>
      ${disputeView(dispute, this.language)}
      ${
        status === 'ESCALATED'
          ? html`<berjubel-decision .claimTotal=${claimTotal} .isWaiting=${this.isBusy} .wrong=${this.wrongOf(dispute)} @decided=${decided}></berjubel-decision>`
          : nothing
      }`;
  }
}
