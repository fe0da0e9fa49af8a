import { getNamedType, isCompositeType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicSchema } from '../../api/schema.ts';
import { type Desk, openDesk, refusalTo } from './ask.ts';
import { ACTORS } from './cast.ts';
import { PRIVATE_TYPES } from './fields.ts';
import { PUSHED, queriesOf, subscriptionsOf } from './queries.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
}, 60_000);
afterAll(() => desk.close());

describe('rule 7: every query and subscription', () => {
  test.each(ACTORS)('is asked by %s, or turned away, and tells nothing of others', async (as) => {
    const wrong: string[] = [];
    for (const [name, { may, ask }] of Object.entries(queriesOf(desk.stage, desk.things))) {
      const { errors } = await desk.ask(as, `{ ${ask} }`);
      const code = errors[0]?.extensions.code ?? 'answered';
      const due = may.has(as) ? 'answered' : refusalTo(as);
      if (code !== due) wrong.push(`${name}: ${code}, not ${due}`);
    }
    expect(wrong).toEqual([]);
    expect(desk.leaks.splice(0)).toEqual([]);
  });

  test.each(ACTORS)('pushes to %s what is theirs, field by field', async (as) => {
    const wrong: string[] = [];
    for (const [name, { may, ask }] of Object.entries(subscriptionsOf(desk.stage, desk.things))) {
      const { to, type } = PUSHED[name]!;
      for (const { selection, who } of to.has(as) ? fieldsOf(type) : [{ selection: 'id', who: to }]) {
        const { errors } = await desk.follow(as, `subscription { ${ask} { ${selection} } }`);
        const code = errors[0]?.extensions.code ?? 'pushed';
        const due = !may.has(as) || (to.has(as) && !who.has(as)) ? refusalTo(as) : to.has(as) ? 'pushed' : 'NOT_FOUND';
        if (code !== due) wrong.push(`${name} { ${selection} }: ${code}, not ${due}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(desk.leaks.splice(0)).toEqual([]);
  });
});

function fieldsOf(typeName: string) {
  const type = publicSchema().getType(typeName);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  return fields.map((field) => ({
    selection: isCompositeType(getNamedType(field.type)) ? `${field.name} { __typename }` : field.name,
    who: PRIVATE_TYPES[typeName]![field.name]!.who,
  }));
}
