import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { curator } from '../../accounts/index.ts';
import type { Context } from '../../platform/context.ts';
import { Access, holderOf, signedIn } from '../../platform/graphql/access.ts';
import { type ErrorFamily, type Payload, payload } from '../../platform/graphql/user-errors.ts';
import { SELLER_ROLES } from '../order-access.ts';
import { acceptDisputeOffer, answerDispute, passOnDispute, withdrawDispute } from './answer-dispute.ts';
import { decideDispute } from './decide-dispute.ts';
import type { Dispute } from './dispute.ts';
import {
  ACCEPT_OFFER,
  AcceptDisputeOfferPayload,
  ANSWER_DISPUTE,
  AnswerDisputePayload,
  DECIDE_DISPUTE,
  DecideDisputePayload,
  OPEN_DISPUTE,
  OpenDisputePayload,
  PASS_ON_DISPUTE,
  PassOnDisputePayload,
  REQUEST_REFUND,
  RequestRefundPayload,
  WITHDRAW_DISPUTE,
  WithdrawDisputePayload,
} from './dispute-errors.ts';
import {
  AcceptDisputeOfferInput,
  AnswerDisputeInput,
  DecideDisputeInput,
  OpenDisputeInput,
  PassOnDisputeInput,
  RequestRefundInput,
  WithdrawDisputeInput,
} from './dispute-inputs.ts';
import { openDispute } from './open-dispute.ts';
import { type RefundRequested, requestRefund } from './request-refund.ts';

type Disputed = Promise<Payload<{ dispute: Dispute }>>;

@Resolver()
export class DisputeMutations {
  @Access(signedIn)
  @Mutation(() => RequestRefundPayload, {
    description: 'You want the money for a parcel back: called off before it is accepted, a dispute once collected.',
  })
  requestRefund(
    @Ctx() ctx: Context,
    @Arg('input', () => RequestRefundInput, { description: 'The parcel and why.' }) input: RequestRefundInput,
  ): Promise<Payload<RefundRequested>> {
    return payload(ctx, REQUEST_REFUND, () => requestRefund(ctx, input));
  }

  @Access(signedIn)
  @Mutation(() => OpenDisputePayload, {
    description: 'Complains about a parcel that you collected within the last 48 hours; its money stays held.',
  })
  openDispute(
    @Ctx() ctx: Context,
    @Arg('input', () => OpenDisputeInput, { description: 'What is wrong.' }) input: OpenDisputeInput,
  ): Disputed {
    const { photoUploadIds } = input;
    return given(ctx, OPEN_DISPUTE, () => openDispute(ctx, { ...input, photoUploadIds: photoUploadIds ?? [] }));
  }

  @Access(holderOf(...SELLER_ROLES))
  @Mutation(() => AnswerDisputePayload, { description: 'The seller gives back, offers a part, or refuses.' })
  answerDispute(
    @Ctx() ctx: Context,
    @Arg('input', () => AnswerDisputeInput, { description: 'The answer.' }) input: AnswerDisputeInput,
  ): Disputed {
    const { disputeId, answer, amount = null, text, photoUploadIds } = input;
    const said = { disputeId, answer, amount, text: text ?? '', photoUploadIds: photoUploadIds ?? [] };
    return given(ctx, ANSWER_DISPUTE, () => answerDispute(ctx, said));
  }

  @Access(signedIn)
  @Mutation(() => AcceptDisputeOfferPayload, { description: 'Takes what the seller offers; the money follows.' })
  acceptDisputeOffer(
    @Ctx() ctx: Context,
    @Arg('input', () => AcceptDisputeOfferInput, { description: 'The dispute.' })
    { disputeId }: AcceptDisputeOfferInput,
  ): Disputed {
    return given(ctx, ACCEPT_OFFER, () => acceptDisputeOffer(ctx, disputeId));
  }

  @Access(signedIn)
  @Mutation(() => PassOnDisputePayload, { description: 'Does not take the offer: a curator decides.' })
  passOnDispute(
    @Ctx() ctx: Context,
    @Arg('input', () => PassOnDisputeInput, { description: 'The dispute.' }) { disputeId }: PassOnDisputeInput,
  ): Disputed {
    return given(ctx, PASS_ON_DISPUTE, () => passOnDispute(ctx, disputeId));
  }

  @Access(signedIn)
  @Mutation(() => WithdrawDisputePayload, { description: 'Takes a complaint back; the money goes on its way.' })
  withdrawDispute(
    @Ctx() ctx: Context,
    @Arg('input', () => WithdrawDisputeInput, { description: 'The dispute.' }) { disputeId }: WithdrawDisputeInput,
  ): Disputed {
    return given(ctx, WITHDRAW_DISPUTE, () => withdrawDispute(ctx, disputeId));
  }

  @Access(curator)
  @Mutation(() => DecideDisputePayload, {
    description: 'A curator decides what goes back and who bears it; goes into the audit log.',
  })
  decideDispute(
    @Ctx() ctx: Context,
    @Arg('input', () => DecideDisputeInput, { description: 'The decision.' }) input: DecideDisputeInput,
  ): Disputed {
    const { disputeId, outcome, amount = null, borneBy = null, reason } = input;
    return given(ctx, DECIDE_DISPUTE, () => decideDispute(ctx, { disputeId, outcome, amount, borneBy, reason }));
  }
}

function given(ctx: Context, family: ErrorFamily, act: () => Promise<Dispute>): Disputed {
  return payload(ctx, family, async () => ({ dispute: await act() }));
}
