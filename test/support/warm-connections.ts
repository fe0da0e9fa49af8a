import type { Context } from '../../api/platform/context.ts';

/** Opens so many connections of the program's pool at once, so that parallel calls afterwards really run side by side. */
export async function warmConnections({ context }: { context(): Context }, connections = 12): Promise<void> {
  const held = () =>
    context()
      .em.fork()
      .transactional((em) => em.execute('select pg_sleep(0.3)'));
  await Promise.all(Array.from({ length: connections }, held));
}
