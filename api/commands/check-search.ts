import 'reflect-metadata';
import { SYSTEM } from '../platform/context.ts';
import { runCommand } from '../run-command.ts';

/** Compares what the search finds with the catalogue and repairs it: `npm run check-search`. Prints how many products differed. */
await runCommand({
  async run(app) {
    const ctx = app.contextFor({ actor: SYSTEM });
    const differed = await ctx.search.check(ctx);
    process.stdout.write(
      `Produk yang berbeda dan sudah diperbaiki / Products that differed and were repaired: ${differed}\n`,
    );
    return 0;
  },
});
