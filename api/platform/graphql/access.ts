import { defaultFieldResolver, GraphQLError, type GraphQLSchema, isObjectType } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from '../context.ts';

/** Who may read a type, read a field or call an operation. `permits` looks only at what is already loaded. */
export interface AccessRule {
  /** Name shown in reports and tests, e.g. 'buyer of the order'. */
  readonly name: string;
  /** `source` is the object whose field is read (undefined at Query, Mutation and Subscription). */
  permits(source: never, ctx: Context): boolean;
}

/** Anyone, signed in or not. Fields under this rule are not wrapped, so they cost nothing. */
export const everyone: AccessRule = { name: 'everyone', permits: () => true };

/** Any signed-in account. */
export const signedIn: AccessRule = { name: 'signed in', permits: (_source, ctx) => ctx.actor.kind === 'ACCOUNT' };

/** Any account that holds one of these roles, for whatever row. The row itself is checked by the use case. */
export function holderOf(...roles: string[]): AccessRule {
  return {
    name: `holder of ${roles.join(' or ')}`,
    permits: (_source, ctx) => ctx.actor.roles.some((held) => roles.includes(held.role)),
  };
}

/** Names the rule of a type (for all its fields) or of one field or operation; a field's own rule goes before its type's. */
export function Access(rule: AccessRule): ReturnType<typeof Extensions> {
  return Extensions({ access: rule });
}

/** The rule that holds for a field; null when nobody decided. */
export function accessRuleOf(schema: GraphQLSchema, typeName: string, fieldName: string): AccessRule | null {
  const type = schema.getType(typeName);
  if (!isObjectType(type)) return null;
  const field = type.getFields()[fieldName];
  return (field?.extensions.access ?? type.extensions.access ?? null) as AccessRule | null;
}

/** The error for a caller who may not: UNAUTHENTICATED when signing in could help, FORBIDDEN otherwise. */
export function denial(ctx: Context): GraphQLError {
  return ctx.actor.kind === 'ANONYMOUS'
    ? new GraphQLError(ctx.language === 'id' ? 'Masuk dulu untuk melihat ini.' : 'Sign in to see this.', {
        extensions: { code: 'UNAUTHENTICATED' },
      })
    : new GraphQLError(
        ctx.language === 'id' ? 'Akun ini tidak boleh melakukan ini.' : 'This account may not do this.',
        {
          extensions: { code: 'FORBIDDEN' },
        },
      );
}

/**
 * Enforces the rules on a built schema, in place: each field under a rule other than `everyone` is wrapped.
 * Throws, naming all of them, when a field has no rule: default deny.
 */
export function enforceAccess(schema: GraphQLSchema): GraphQLSchema {
  const undecided: string[] = [];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const rule = accessRuleOf(schema, type.name, field.name);
      if (!rule) undecided.push(`${type.name}.${field.name}`);
      if (!rule || rule === everyone) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, ctx: Context, info) => {
        if (!rule.permits(source as never, ctx)) throw denial(ctx);
        return resolve(source, args, ctx, info);
      };
      if (field.subscribe) {
        const subscribe = field.subscribe;
        field.subscribe = (source, args, ctx: Context, info) => {
          if (!rule.permits(source as never, ctx)) throw denial(ctx);
          return subscribe(source, args, ctx, info);
        };
      }
    }
  }
  if (undecided.length > 0) throw new Error(`No access rule for: ${undecided.sort().join(', ')}`);
  return schema;
}
