import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { sharedForSeconds } from './cache-hint.ts';
import { Lru } from './lru.ts';
import { type Measure, measureOperation } from './measure.ts';
import { type Vouching, vouchingFor } from './same-while.ts';

/** One operation of a validated document, and what was found out about it. */
export interface KnownOperation {
  readonly node: OperationDefinitionNode;
  /** This operation with the document's fragments. */
  readonly document: DocumentNode;
  readonly trusted: boolean;
  readonly measure: Measure;
  /** How long its answer may be shared, in seconds; null for never. */
  readonly sharedForSeconds: number | null;
  /** The states while which its answers are the same; null when nothing ever vouches for all of one. */
  readonly vouching: Vouching | null;
  /** Costs by the variables that can change them. */
  readonly costs: Lru<number>;
  /** How often it was asked for; what comes again is worth compiling. */
  timesSeen: number;
  /** Names it among all operations of this process. */
  readonly number: number;
}

/** A document that was parsed and found valid. */
export interface KnownDocument {
  readonly text: string;
  readonly document: DocumentNode;
  readonly trusted: boolean;
  /** The operation of this name, or the only one; null when there is no such. */
  operation(name: string | null | undefined): KnownOperation | null;
}

/** Documents kept besides the trusted ones, and the longest text kept: bounds for the memory that strangers can fill. */
const KEPT_DOCUMENTS = 300;
const KEPT_TEXT = 20_000;
const KEPT_COSTS = 30;

let operationsSeen = 0;

/** By schema, the trusted documents that were found valid: each server of a process asks. */
const validOnes = new WeakMap<GraphQLSchema, Map<string, DocumentNode>>();

/**
 * Documents that were parsed and validated before, so that they need not be again. Trusted ones stay, others are forgotten in time. A trusted
 * one is looked at when it is first asked for: all of them would take a tenth of a start.
 */
export class Documents {
  readonly #hashes = new Map<string, string>();
  readonly #texts = new Map<string, string>();
  readonly #trusted = new Map<string, KnownDocument>();
  readonly #others = new Lru<KnownDocument>(KEPT_DOCUMENTS);
  readonly #othersByHash = new Lru<KnownDocument>(KEPT_DOCUMENTS);

  /** Takes the trusted documents in. Throws, naming the hash, when one's hash is not that of its text. */
  constructor(
    readonly schema: GraphQLSchema,
    trusted: ReadonlyMap<string, string>,
  ) {
    for (const [id, text] of trusted) {
      const hash = bareHash(id);
      if (sha256(text) !== hash) throw new Error(`Trusted document ${hash} has another hash`);
      this.#hashes.set(text, hash);
      this.#texts.set(hash, text);
    }
  }

  /** The trusted document of this hash, `sha256:` before it or not; null when there is none. Throws when it is not valid. */
  trusted(documentId: string): KnownDocument | null {
    const hash = bareHash(documentId);
    const found = this.#trusted.get(hash);
    if (found) return found;
    const text = this.#texts.get(hash);
    if (text === undefined) return null;
    const known = knownDocument(this.schema, text, validDocument(this.schema, hash, text), true);
    this.#trusted.set(hash, known);
    return known;
  }

  /** What is known of the text with this hash; null when it is new. */
  findByHash(hash: string): KnownDocument | null {
    return this.trusted(hash) ?? this.#othersByHash.get(hash) ?? null;
  }

  /** What is known of a text; null when it is new. */
  find(text: string): KnownDocument | null {
    const hash = this.#hashes.get(text);
    return (hash === undefined ? this.#others.get(text) : this.trusted(hash)) ?? null;
  }

  /** Remembers a document that was found valid. */
  remember(text: string, document: DocumentNode): KnownDocument {
    const found = this.find(text);
    if (found) return found;
    const known = knownDocument(this.schema, text, document, false);
    if (text.length > KEPT_TEXT) return known;
    this.#others.set(text, known);
    this.#othersByHash.set(sha256(text), known);
    return known;
  }
}

function validDocument(schema: GraphQLSchema, hash: string, text: string): DocumentNode {
  const known = validOnes.get(schema) ?? new Map<string, DocumentNode>();
  validOnes.set(schema, known);
  const document = known.get(text) ?? parse(text);
  const errors = known.has(text) ? [] : validate(schema, document, specifiedRules);
  if (errors.length > 0) throw new Error(`Trusted document ${hash} is not valid: ${errors[0]?.message}`);
  known.set(text, document);
  return document;
}

/** The SHA-256 of a document's text in hex: its `documentId`. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function bareHash(documentId: string): string {
  return (documentId.startsWith('sha256:') ? documentId.slice(7) : documentId).toLowerCase();
}

function knownDocument(schema: GraphQLSchema, text: string, document: DocumentNode, trusted: boolean): KnownDocument {
  const operations = new Map<OperationDefinitionNode, KnownOperation>();
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return {
    text,
    document,
    trusted,
    operation(name) {
      const node = getOperationAST(document, name);
      if (!node) return null;
      const known = operations.get(node);
      if (known) return known;
      const measure = measureOperation(document, node);
      const alone = { ...document, definitions: [node, ...fragments] };
      const operation: KnownOperation = {
        node,
        document: alone,
        trusted,
        measure,
        sharedForSeconds: trusted && node.operation === 'query' ? sharedForSeconds(schema, measure.rootFields) : null,
        vouching: vouchingFor(schema, alone, node),
        costs: new Lru(KEPT_COSTS),
        timesSeen: 0,
        number: operationsSeen++,
      };
      operations.set(node, operation);
      return operation;
    },
  };
}
