import { registerEnumType } from 'type-graphql';

/** The values of an enum by their names, as code uses them. */
type ValuesOf<Name extends string> = { readonly [Value in Name]: Value };

/** An enum of the schema, made from what each of its values means; gives the values by their names. */
export function describedEnum<Name extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Name, string>>,
): ValuesOf<Name> {
  const names = Object.keys(meanings) as Name[];
  const values = Object.fromEntries(names.map((each) => [each, each])) as ValuesOf<Name>;
  const valuesConfig = Object.fromEntries(names.map((each) => [each, { description: meanings[each] }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as never });
  return values;
}
