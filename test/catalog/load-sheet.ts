import { type ImportFault, openSheet } from '../../api/catalog/index.ts';
import { type ImportResult, importProducts } from '../../api/import-market.ts';
import type { World } from '../support/world.ts';

/** What an import did, and the faults in the order in which it told them. */
export interface LoadedSheet extends ImportResult {
  readonly faults: readonly ImportFault[];
}

/** Imports a sheet as the command does. */
export async function loadSheet(world: World, file: string): Promise<LoadedSheet> {
  const faults: ImportFault[] = [];
  const rows = await openSheet(file);
  return { ...(await importProducts(world.context(), rows, { onFault: (fault) => faults.push(fault) })), faults };
}
