import { Field, ID, InterfaceType } from 'type-graphql';
import { globalId } from '../keys.ts';
import { Directly } from './direct-field.ts';

/** Anything with an opaque global id. Stored entities derive the id from their key; catalogue types bring it from SQL. */
@InterfaceType('Node', {
  description: 'An object that can be asked for again by its id.',
  resolveType: (value: { __typename?: string; constructor: { name: string } }) =>
    value.__typename ?? value.constructor.name,
})
export abstract class Node {
  /** Raw key of a stored row; not public. */
  key?: string;

  // A getter: read as it stands, without making an instance of the class around what SQL brought.
  @Directly((node: { readonly id: string }) => node.id)
  @Field(() => ID, { description: 'Opaque id, stable for the life of the object; pass it to `node`.' })
  get id(): string {
    return globalId(this.constructor.name, this.key ?? '');
  }
}
