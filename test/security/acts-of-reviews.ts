import { globalId } from '../../api/platform/keys.ts';
import { newToken } from '../../api/platform/secrets.ts';
import { showReview } from '../../api/reviews/hide-review.ts';
import { someReviews } from '../support/makers/reviews.ts';
import { type Act, differing, type Scene } from './acts.ts';
import { BUYER_A, CURATOR, SHOP_A, SIGNED_IN } from './cast.ts';
import { noSuch } from './queries.ts';

const REVIEW = 'review { id rating text answer hiddenAt }';
const said = (lineId: string): object => ({ lineId, rating: 4, text: 'Enak', idempotencyKey: newToken() });
const answer = (reviewId: string): object => ({ reviewId, text: 'Terima kasih' });

/** A review of shop A's goods that nobody has judged. */
async function aReview({ stage }: Scene): Promise<string> {
  const [key] = await someReviews(stage.world, stage.productA, [3]);
  return globalId('Review', key!);
}

/** Mutations about reviews. */
export const ACTS_OF_REVIEWS: readonly Act[] = [
  {
    name: 'writeReview',
    open: SIGNED_IN,
    may: BUYER_A,
    async input({ stage, things: { ids } }, as) {
      const ofCurator = stage.world.context(stage.people.curator.actor);
      if (BUYER_A.has(as)) await showReview(ofCurator, { reviewId: ids.review, reason: 'Boleh tampil' });
      return said(ids.collectedLine);
    },
    gives: REVIEW,
    twins: ({ things: { ids } }) => [differing(said(ids.collectedLine), 'lineId', noSuch('OrderLine'))],
  },
  {
    name: 'answerReview',
    open: SIGNED_IN,
    may: SHOP_A,
    input: async (scene) => answer(await aReview(scene)),
    gives: REVIEW,
    twins: async (scene) => [differing(answer(await aReview(scene)), 'reviewId', noSuch('Review'))],
  },
  ...['hideReview', 'showReview'].map(
    (name): Act => ({
      name,
      open: CURATOR,
      may: CURATOR,
      input: async (scene) => ({ reviewId: await aReview(scene), reason: 'Berisi iklan' }),
      gives: REVIEW,
    }),
  ),
];
