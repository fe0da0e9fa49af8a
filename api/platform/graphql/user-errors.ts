import { Field, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import type { Context, Language } from '../context.ts';
import { DomainError } from '../refusal.ts';
import { Access, everyone } from './access.ts';

/** One refusal in both languages; {name} stands for a value of the refusal. */
export interface Sentence {
  readonly id: string;
  readonly en: string;
  /** What the code means, for the schema. */
  readonly means: string;
}

/** Error codes of one mutation, each with its sentences. */
export type Sentences = Readonly<Record<string, Sentence>>;

/** Something the caller can mend. Families add `code`. */
@InterfaceType('UserError', {
  description: 'A refusal that the caller can mend. Each mutation has its own family, which adds `code`.',
  resolveType: (value: { __typename?: string }) => value.__typename ?? 'UserError',
})
export abstract class UserError {
  @Field(() => [String], {
    nullable: true,
    description: 'Path into the mutation input, null when no single field is to blame.',
  })
  field!: string[] | null;

  @Field(() => String, { description: 'A sentence for people, in Indonesian or English by Accept-Language.' })
  message!: string;
}

/** The errors of one mutation as they stand in its payload. */
export interface ErrorFamily {
  readonly name: string;
  readonly sentences: Sentences;
  /** The GraphQL type of `userErrors`. */
  readonly type: new () => UserError;
}

/** Makes `<name>UserError` and its enum `<name>ErrorCode`, e.g. errorFamily('PlaceOrder', {...}). */
export function errorFamily(name: string, sentences: Sentences): ErrorFamily {
  const codes = Object.fromEntries(Object.keys(sentences).map((code) => [code, code]));
  registerEnumType(codes, {
    name: `${name}ErrorCode`,
    description: `Why ${name} can be refused.`,
    valuesConfig: Object.fromEntries(
      Object.entries(sentences).map(([code, { means }]) => [code, { description: means }]),
    ),
  });
  @ObjectType(`${name}UserError`, { implements: UserError, description: `Why ${name} was refused.` })
  @Access(everyone)
  class FamilyError extends UserError {
    @Field(() => codes, { description: 'The reason, for programs.' })
    code!: string;
  }
  return { name, sentences, type: FamilyError };
}

/** What a mutation gives back: its objects, each null after a refusal, and the refusals. */
export type Payload<Result> = { [Name in keyof Result]: Result[Name] | null } & { userErrors: UserError[] };

/** One field of a payload type. */
export interface PayloadField {
  readonly type: () => unknown;
  readonly description: string;
}

/** Makes the payload type `<name>Payload` with nullable fields and `userErrors`. */
export function payloadType(family: ErrorFamily, fields: Readonly<Record<string, PayloadField>>): new () => object {
  @ObjectType(`${family.name}Payload`, { description: `What ${family.name} gives back.` })
  @Access(everyone)
  class FamilyPayload {
    @Field(() => [family.type], { description: 'Why it was refused; empty when it was done.' })
    userErrors!: UserError[];
  }
  for (const [field, { type, description }] of Object.entries(fields)) {
    Field(type as never, { nullable: true, description })(FamilyPayload.prototype, field);
  }
  return FamilyPayload;
}

/** The sentence of a refusal in the language asked for; its numbers as people write counts: 100.000 (100,000 in English). */
export function say(sentence: Sentence, language: Language, values: Readonly<Record<string, string | number>>): string {
  return sentence[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  });
}

/**
 * Runs a use case and turns a refusal of its family into `userErrors`. A refusal that the family does not know is a fault
 * of ours and is thrown on.
 */
export async function payload<Result extends object>(
  ctx: Context,
  family: ErrorFamily,
  act: () => Promise<Result>,
): Promise<Payload<Result>> {
  try {
    return { ...(await act()), userErrors: [] } as unknown as Payload<Result>;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const sentence = family.sentences[error.code];
    if (!sentence) throw error;
    const userError = Object.assign(new family.type(), {
      __typename: `${family.name}UserError`,
      code: error.code,
      field: error.field.length > 0 ? [...error.field] : null,
      message: say(sentence, ctx.language, error.values),
    });
    return { userErrors: [userError] } as unknown as Payload<Result>;
  }
}

/** Refusals that many families share. */
export const COMMON = {
  NOT_FOUND: { id: 'Tidak ditemukan.', en: 'Not found.', means: 'No such object, or it is not yours.' },
  INVALID: {
    id: 'Isian tidak sah: {limit}.',
    en: 'The input is not valid: {limit}.',
    means: 'A value is outside its limit; the message names it.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    id: 'Kunci permintaan 1 sampai 200 huruf, angka, atau tanda ASCII.',
    en: 'An idempotencyKey has 1 to 200 printable characters of ASCII.',
    means: 'The idempotencyKey is empty, too long, or not printable ASCII.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    id: 'Kunci ini sudah dipakai untuk permintaan lain.',
    en: 'This key was used for another request.',
    means: 'The same idempotencyKey came with another input.',
  },
} satisfies Sentences;
