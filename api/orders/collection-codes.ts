import { Field, ObjectType } from 'type-graphql';
import { Access } from '../platform/graphql/access.ts';
import { buyerOfOrder } from './order-access.ts';

@ObjectType({
  description: 'What the buyer shows at the counter. Keep the PIN to yourself until then.',
  simpleResolvers: true,
})
@Access(buyerOfOrder)
export class CollectionCodes {
  buyerKey!: string;

  @Field(() => String, { description: 'Collect code, eight letters; the operator scans or types it.' })
  code!: string;

  @Field(() => String, { description: 'The collect code as a QR picture: SVG as a data address.' })
  codeQr!: string;

  @Field(() => String, { nullable: true, description: 'PIN, six digits; null while it is locked.' })
  pin!: string | null;

  @Field(() => Boolean, { description: 'Whether five wrong PINs have locked it; unlockCollection makes a new one.' })
  isLocked!: boolean;
}
