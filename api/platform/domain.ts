import type { EntityClass } from '@mikro-orm/core';
import type { Context } from './context.ts';
import type { JobDefinition } from './jobs/define-job.ts';
import type { Listener } from './jobs/events.ts';

/** Finds the rows of these keys that the caller may see, in the order of the keys; null for the rest. */
export type NodeLookup = (ctx: Context, keys: readonly string[]) => Promise<readonly (object | null)[]>;

/** What a domain brings to the program. Each `api/<domain>/index.ts` exports one; domains.ts lists them. */
export interface Domain {
  readonly name: string;
  readonly entities: readonly EntityClass<object>[];
  /** type-graphql resolver classes. */
  // biome-ignore lint/complexity/noBannedTypes: type-graphql takes resolver classes as Function
  readonly resolvers: readonly Function[];
  /** Object types that only an interface leads to. */
  // biome-ignore lint/complexity/noBannedTypes: as above
  readonly types?: readonly Function[];
  /** Changes of state that happen in the transaction of another domain's event. */
  readonly listeners: readonly { readonly on: readonly string[]; readonly listen: Listener }[];
  readonly jobs: readonly JobDefinition[];
  /** How `node` and `nodes` find the objects of this domain, by type name. */
  readonly nodes: Readonly<Record<string, NodeLookup>>;
}
