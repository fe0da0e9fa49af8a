import { LitElement, type PropertyValues } from 'lit';
import { ApiError, ask } from '../elements/client.ts';
import { pageLanguage } from '../elements/language.ts';
import { type LinePiecesInput, RefundForPiecesDocument } from '../operations/generated/graphql.ts';
import { disputeWords } from '../words/dispute.ts';
import { rupiah } from '../words/format.ts';

/**
 * `<berjubel-missing-refund>`: says how much goes back to the buyer for the pieces chosen so far, before it does; empty while
 * nothing is chosen or it is not known. Properties: parcelId, lines.
 */
export class MissingRefund extends LitElement {
  static override properties = { parcelId: { attribute: false }, lines: { attribute: false }, amount: { state: true } };

  declare parcelId: string;
  declare lines: readonly LinePiecesInput[];
  /** In rupiah; null while it is not known. */
  declare private amount: number | null;

  constructor() {
    super();
    this.parcelId = '';
    this.lines = [];
    this.amount = null;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('lines')) void this.#look(this.lines);
  }

  /** Of several looks the one for what is chosen last counts. One that fails says nothing: the act itself will. */
  async #look(lines: readonly LinePiecesInput[]): Promise<void> {
    this.amount = null;
    if (lines.length === 0) return;
    try {
      const { node } = await ask(RefundForPiecesDocument, { parcelId: this.parcelId, lines: [...lines] });
      if (lines === this.lines && node?.__typename === 'Parcel') this.amount = node.refundForPieces ?? null;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }

  protected override render(): string {
    const words = disputeWords[pageLanguage()];
    if (this.amount === null) return '';
    return this.amount === 0 ? words.lessNothingBack : words.lessBack(rupiah(this.amount));
  }
}
