/** A kind of shop: the leaves it sells from, the best first. */
export interface ShopLine {
  /** Words of a shop's name that promise this range. */
  readonly promisedBy: RegExp;
  readonly leaves: readonly string[];
  /** What such a shop says of itself; {kelurahan} and {kecamatan} are filled in. */
  readonly says: readonly string[];
  /** Every second shop of the group follows it. */
  readonly isCommon?: boolean;
}
