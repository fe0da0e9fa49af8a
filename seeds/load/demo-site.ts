import type { Tx } from '../../api/platform/database/transaction.ts';

/** The key of the demo community's widget; public by nature, the same in every demo. */
export const DEMO_WIDGET_KEY = 'pk_demo_warga-rw-05-beji-depok';

/** Keeps the demo's community site where it is reached now: another port is another origin. Changes nothing in other markets. */
export async function moveDemoSite(tx: Tx, communitySiteUrl: string): Promise<void> {
  await tx.execute('update widget set allowed_origins = array[?]::text[] where publishable_key = ?', [
    new URL(communitySiteUrl).origin,
    DEMO_WIDGET_KEY,
  ]);
  await tx.execute(
    'update community set site_url = ? where id = (select community_id from widget where publishable_key = ?)',
    [communitySiteUrl, DEMO_WIDGET_KEY],
  );
}
