/** What a review may hold. Messages name these figures. */
export const REVIEW_LIMITS = {
  /** Stars. */
  ratingFrom: 1,
  ratingTo: 5,
  /** Characters of what a buyer writes. */
  textTo: 1000,
  /** Characters of the shop's answer. */
  answerTo: 1000,
  photos: 3,
  /** Characters of a curator's reason. */
  reasonTo: 500,
} as const;
