import { setTimeout as pause } from 'node:timers/promises';
import { globalId } from '../../../api/platform/keys.ts';
import type { Someone } from '../stage/fill.ts';
import type { StaffLife } from './life.ts';

interface Collected {
  readonly parcel: string;
  readonly buyer: string;
  readonly line: string;
}

/** Collected parcels that nobody complained about yet, each with a line of which a piece is left. */
const COLLECTED = `
  select distinct on (p.id) p.id as parcel, p.buyer_id as buyer, l.id as line from parcel p join order_line l on l.parcel_id = p.id
   where p.status = 'COLLECTED' and p.refund_due < p.total and l.refunded_quantity < l.quantity
     and p.moved_at > $1::timestamptz - interval '1 day' and not exists (select from dispute d where d.parcel_id = p.id)
   order by p.id desc limit 3`;

interface Offered {
  readonly id: string;
  readonly buyer: string;
}

const OFFERED = `select id, buyer_id as buyer from dispute where status = 'OFFERED' order by random() limit 2`;
const COMPLAINED = `select id, buyer_id as buyer from dispute where status in ('OPEN', 'ESCALATED') order by random() limit 1`;

interface ToTransfer {
  readonly order: string;
  readonly buyer: string;
}

/** Orders of which money goes back by hand, and whose buyer has not said where to. */
const TO_TRANSFER = `
  select o.id as order, o.buyer_id as buyer from task t join orders o on o.id::text = t.subject->>'orderKey'
   where t.kind = 'REFUND_BY_TRANSFER' and t.done_at is null order by random() limit 1`;

/** Buyers complain about what they collected, take or refuse what is offered, give up, and say where money is to be sent. */
export async function liveAsComplainers({ clients, market, random, isOver, now }: StaffLife): Promise<void> {
  const buyers = new Map<string, Someone>(market.buyers.map((buyer) => [buyer.accountKey, buyer]));
  const act = (buyer: string, op: string, key: string, input: Readonly<Record<string, unknown>>, fields: string) => {
    const who = buyers.get(buyer);
    return who ? clients.act(who, op, key, input, fields) : null;
  };
  while (!isOver()) {
    for (const { parcel, buyer, line } of await clients.look<Collected>(COLLECTED, [now()])) {
      if (random.below(2) === 0) continue;
      const parcelId = globalId('Parcel', parcel);
      if (random.below(4) === 0) {
        const wish = { parcelId, reason: 'Semuanya basi', idempotencyKey: `wish-${parcel}` };
        await act(buyer, 'requestRefund', wish.idempotencyKey, wish, 'dispute { id }');
        continue;
      }
      const idempotencyKey = `complaint-${parcel}`;
      const about = { reason: 'DAMAGED', text: 'Bungkusnya sobek', wish: 'PART_BACK' };
      const lines = [{ lineId: globalId('OrderLine', line), quantity: 1 }];
      await act(buyer, 'openDispute', idempotencyKey, { parcelId, ...about, lines, idempotencyKey }, 'dispute { id }');
    }
    for (const { id, buyer } of await clients.look<Offered>(OFFERED)) {
      const op = ['acceptDisputeOffer', 'passOnDispute', null][random.below(3)];
      const disputeId = globalId('Dispute', id);
      if (op) await act(buyer, op, disputeId, { disputeId }, 'dispute { id }');
    }
    for (const { id, buyer } of await clients.look<Offered>(COMPLAINED)) {
      const disputeId = globalId('Dispute', id);
      if (random.below(4) === 0) await act(buyer, 'withdrawDispute', disputeId, { disputeId }, 'dispute { id }');
    }
    for (const { order, buyer } of await clients.look<ToTransfer>(TO_TRANSFER)) {
      const input = { orderId: globalId('Order', order), bank: 'BCA', accountNumber: '4100000000', holderName: 'Sari' };
      await act(buyer, 'saveRefundAccount', order, input, 'order { id }');
    }
    await pause(500);
  }
}
