/** Limits and spans of the order machinery. Defaults are those of the product. */
export interface OrderSettings {
  /** Unpaid or cash orders that one person may have open at once. */
  readonly unpaidOrders: number;
  /** Pieces of one variant in one person's unpaid or cash orders, the new one included. */
  readonly piecesOfOneVariant: number;
  /** How long a seller may take to answer, in hours. */
  readonly answerHours: number;
  /** How long an accepted parcel may take to the point, in hours. */
  readonly deliveryHours: number;
  /** How long after hand-over the seller's money is held, in hours. */
  readonly releaseHours: number;
  /** How long seller, and buyer after an offer, may take to answer in a dispute, in hours. */
  readonly disputeAnswerHours: number;
  /** Wrong PINs that lock an order. */
  readonly pinTries: number;
  /** How long parcels stay after the settlement of a method that can be reversed, in minutes. */
  readonly reversalMinutes: number;
}

export const ORDER_DEFAULTS: OrderSettings = {
  unpaidOrders: 3,
  piecesOfOneVariant: 10,
  answerHours: 24,
  deliveryHours: 48,
  releaseHours: 48,
  disputeAnswerHours: 48,
  pinTries: 5,
  reversalMinutes: 5,
};

declare module '../platform/context.ts' {
  interface Ports {
    readonly orderSettings: OrderSettings;
  }
}
