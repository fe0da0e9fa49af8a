import type { Someone } from '../stage/fill.ts';
import type { Clients } from './client.ts';

/** A parcel as a list shows it. */
export interface ListedParcel {
  readonly id: string;
  readonly code: string;
  /** Of the shop's own list alone, as the lines: what was paid and is not refunded, in rupiah. */
  readonly refundable?: number;
  readonly lines?: readonly { readonly id: string; readonly quantity: number; readonly refundedQuantity: number }[];
}

interface Listed {
  readonly node: { readonly parcels: { readonly edges: readonly { readonly node: ListedParcel }[] } };
}

/** Some parcels of a list that stand in this status. */
export async function listed(
  clients: Clients,
  who: Someone,
  document: string,
  id: string,
  status: string,
): Promise<readonly ListedParcel[]> {
  const answer = await clients.read<Listed>(who, document, { id, status: [status] });
  return answer?.node?.parcels.edges.map(({ node }) => node) ?? [];
}
