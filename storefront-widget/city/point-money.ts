import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ask } from '../elements/client.ts';
import { PageElement } from '../elements/page-element.ts';
import { PointsToDeliverDocument, type PointsToDeliverQuery } from '../operations/generated/graphql.ts';
import { moneyWords } from '../words/money.ts';

type Point = PointsToDeliverQuery['pickupPoints']['edges'][number]['node'];

/** `<berjubel-point-money>`: what a pickup point earned, the cash that it brings, and where its earnings go: the city keeps all three. */
export class PointMoney extends PageElement {
  static override properties = {
    ...PageElement.properties,
    points: { state: true },
    chosen: { state: true },
    news: { state: true },
  };

  declare private points: readonly Point[];
  /** Public id of the point that is looked at; empty for none. */
  declare private chosen: string;
  /** How many deposits were noted since: the sums are read again after each. */
  declare private news: number;

  constructor() {
    super();
    this.points = [];
    this.chosen = '';
    this.news = 0;
  }

  override firstUpdated(): void {
    void this.act(async () => {
      this.points = (await ask(PointsToDeliverDocument, {})).pickupPoints.edges.map(({ node }) => node);
    });
  }

  override render(): TemplateResult {
    const words = moneyWords[this.language];
    const { chosen, points } = this;
    const choose = ({ target }: Event): void => {
      this.chosen = (target as HTMLSelectElement).value;
    };
    return html`<h2>${words.points}</h2>
      <p class="quiet">${words.pointsHelp}</p>
      ${this.problem ? html`<p class="note bad" role="alert">${this.problem}</p>` : nothing}
      <div class="field"><label for="money-point">${words.point}</label>
        <select id="money-point" @change=${choose}><option value="">${words.choosePoint}</option>${points.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></div>
      ${chosen ? this.#renderPoint(chosen) : nothing}`;
  }

  #renderPoint(pointId: string): TemplateResult {
    const noted = (): void => {
      this.news += 1;
    };
    // Another point, or another deposit, is another question.
    return html`${keyed(pointId, html`<berjubel-cash-delivery .pointId=${pointId} @cash-noted=${noted}></berjubel-cash-delivery>`)}
      ${keyed(`${pointId} ${this.news}`, html`<berjubel-earnings .ownerId=${pointId}></berjubel-earnings>`)}`;
  }
}
