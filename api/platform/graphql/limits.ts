/** Limits of one GraphQL request; each is a setting. Over one of them the answer names it and its value. */
export interface Limits {
  /** How deep selections may nest. */
  readonly depth: number;
  /** How many aliases a document may hold. */
  readonly aliases: number;
  /** How many tokens a document may have. */
  readonly tokens: number;
  /** What a request may cost; lists multiply the cost of what they hold by their page size. */
  readonly cost: number;
  /** How many directives a document may hold. */
  readonly directives: number;
  /** Streams that one caller may hold open. */
  readonly openStreams: number;
}

/** The limits that hold unless a setting says otherwise. */
export const DEFAULT_LIMITS: Limits = {
  depth: 12,
  aliases: 15,
  tokens: 1000,
  cost: 5000,
  directives: 50,
  openStreams: 10,
};
