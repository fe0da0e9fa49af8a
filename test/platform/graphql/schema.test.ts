import 'reflect-metadata';
import { buildSchema, parse } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { describe, expect, test } from 'vitest';
import { Access, everyone } from '../../../api/platform/graphql/access.ts';
import { SharedFor, sharedForSeconds } from '../../../api/platform/graphql/cache-hint.ts';
import { buildApiSchema, demandDescriptions, printSchemaSorted } from '../../../api/platform/graphql/schema.ts';

@ObjectType({ description: 'A lamp.', simpleResolvers: true })
class Lamp {
  @Access(everyone)
  @Field(() => String, { description: 'Its colour.' })
  colour!: string;

  @Field(() => String, { description: 'Nobody decided who may see it.' })
  switchedBy!: string;
}

@Resolver()
class LampResolver {
  @Query(() => Lamp, { nullable: true, description: 'The lamp.' })
  @Access(everyone)
  @SharedFor(30)
  lamp(): null {
    return null;
  }

  @Query(() => String, { nullable: true, description: 'No rule here.' })
  owner(): null {
    return null;
  }
}

@Resolver()
class SilentResolver {
  @Query(() => String)
  @Access(everyone)
  hush(): string {
    return '';
  }
}

@Resolver()
class SharedResolver {
  @Query(() => String, { description: 'Kept for long.' })
  @Access(everyone)
  @SharedFor(90)
  long(): string {
    return '';
  }

  @Query(() => String, { description: 'Kept for a while.' })
  @Access(everyone)
  @SharedFor(30)
  short(): string {
    return '';
  }

  @Query(() => String, { description: 'Never kept.' })
  @Access(everyone)
  own(): string {
    return '';
  }
}

describe('the schema', () => {
  test('is not built while a field has no access rule; all of them are named', () => {
    expect(() => buildApiSchema({ resolvers: [LampResolver], orphanedTypes: [] })).toThrow(
      'No access rule for: Lamp.switchedBy, Query.owner',
    );
  });

  test('is not built while anything has no description', () => {
    expect(() => buildApiSchema({ resolvers: [SilentResolver], orphanedTypes: [] })).toThrow(
      'No description for: Query.hush',
    );
  });

  test('types, fields, arguments, input fields, enum values, interfaces, unions and scalars are all looked at', () => {
    const silent = buildSchema(`
      type Query { a(b: In, c: E): I  "said" u: U  "said" s: S }
      interface I { x: Int }  type T implements I { x: Int }  union U = T  enum E { V }  input In { f: Int }  scalar S`);
    expect(() => demandDescriptions(silent)).toThrow(
      'No description for: E, E.V, I, I.x, In, In.f, Query.a, Query.a(b:), Query.a(c:), S, T, T.x, U',
    );
    expect(() => demandDescriptions(buildSchema('type Query { "said" a("said" b: Int): Int }'))).not.toThrow();
    expect(() => demandDescriptions(buildSchema('type Query { "  " a: Int }'))).toThrow('Query.a');
  });

  test('is printed sorted, and what is printed can be read', () => {
    const text = printSchemaSorted(buildSchema('type Query { b: Int a(z: Int, y: Int): Int } enum E { B A }'));
    expect(text.indexOf('a(y: Int, z: Int)')).toBeLessThan(text.indexOf('b: Int'));
    expect(text.endsWith('}\n')).toBe(true);
    expect(() => parse(text)).not.toThrow();
  });

  test('an answer may be shared as long as the shortest of its root fields, and never with one that may not', () => {
    const schema = buildApiSchema({ resolvers: [SharedResolver], orphanedTypes: [] });
    expect(sharedForSeconds(schema, ['long', 'short', '__typename'])).toBe(30);
    for (const fields of [['long', 'own'], ['__typename'], ['long', '__schema'], ['unknown'], []]) {
      expect(sharedForSeconds(schema, fields)).toBeNull();
    }
  });
});
