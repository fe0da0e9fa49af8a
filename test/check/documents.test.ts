import 'reflect-metadata';
import { readdir, readFile } from 'node:fs/promises';
import {
  buildSchema,
  getVariableValues,
  isEnumType,
  Kind,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  validate,
  validateSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { readConfig, SETTINGS } from '../../api/config.ts';
import { Documents } from '../../api/platform/graphql/documents.ts';
import { DEFAULT_LIMITS } from '../../api/platform/graphql/limits.ts';
import { publicSchema } from '../../api/schema.ts';
import { readTrustedDocuments } from '../../api/trusted-documents.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, ROOT), 'utf8');
const GUIDES = ['docs/storefront-developers.md', 'docs/widget-hosts.md', 'docs/operators.md'];

test('docs/configuration.md tells every setting with its meaning, and none that is gone', async () => {
  const told = [...(await read('docs/configuration.md')).matchAll(/^\| `(\w+)` \| [^|]+ \| [^|]+ \| (.+) \|$/gm)];
  const meanings = Object.entries(SETTINGS).map(([name, setting]) => [name, describe(setting)]);
  expect(told.map(([, name, meaning]) => [name, meaning])).toEqual(meanings);
});

test('every document that README and docs point to is there', async () => {
  const docs = (await readdir(new URL('docs', ROOT))).filter((name) => name.endsWith('.md'));
  for (const page of ['README.md', ...docs.map((name) => `docs/${name}`)]) {
    for (const [, path] of (await read(page)).matchAll(/\]\(((?!https?:|#)[^)]+)\)/g))
      await expect(readFile(new URL(path ?? '', new URL(page, ROOT)))).resolves.toBeTruthy();
  }
});

test('README points to every document', async () => {
  const readme = await read('README.md');
  for (const name of await readdir(new URL('docs', ROOT))) expect(readme).toContain(`(docs/${name})`);
});

test('the schema is sound, and each trusted document is valid by it', () => {
  const schema = publicSchema();
  expect(validateSchema(schema).map(({ message }) => message)).toEqual([]);
  const trusted = readTrustedDocuments();
  expect(trusted.size).toBeGreaterThan(50);
  const documents = new Documents(schema, trusted);
  for (const id of trusted.keys()) expect(documents.trusted(id)?.trusted).toBe(true);
});

test('what the guides ask of the API is valid, with the variables they send', async () => {
  const schema = buildSchema(await read('schema/schema.graphql'));
  const requests = (await Promise.all(GUIDES.map(async (guide) => requestsIn(await read(guide))))).flat();
  expect(requests.length).toBeGreaterThan(10);
  for (const { query, variables } of requests) {
    const document = parse(query);
    const misfit = validate(schema, document, specifiedRules).map(({ message }) => message);
    const operation = document.definitions.find(
      (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
    );
    const { errors } = getVariableValues(schema, operation?.variableDefinitions ?? [], variables);
    expect([query, ...misfit, ...(errors ?? []).map(({ message }) => message)]).toEqual([query]);
  }
});

test('the guides name only settings, codes, headers, routes and trusted documents that exist', async () => {
  const source = await sourceOf('api', 'simulators');
  const routes = new Set([...source.matchAll(/['"`}](\/[a-z][\w/.-]*)/g)].map(([, route]) => route ?? ''));
  const enums = Object.values(buildSchema(await read('schema/schema.graphql')).getTypeMap()).filter(isEnumType);
  const values = new Set(enums.flatMap((type) => type.getValues().map(({ name }) => name)));
  const trusted = new Set([...readTrustedDocuments().keys()].map((id) => id.replace('sha256:', '')));
  for (const guide of GUIDES) {
    const text = await read(guide);
    const isNamed = (name: string): boolean =>
      name in SETTINGS || values.has(name) || source.includes(`'${name}'`) || source.includes(`${name}: {`);
    const unknown = [
      ...matches(text, /\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b/g).filter((name) => !isNamed(name)),
      ...matches(withoutScripts(text), /\b([A-Z][A-Z_]*)=/g).filter((name) => !(name in SETTINGS)),
      ...matches(text, /\b([xX]-[a-zA-Z-]+)\b/g).filter((name) => !source.includes(`'${name.toLowerCase()}'`)),
      ...routesIn(text).filter(
        (route) => ![...routes].some((known) => route === known || route.startsWith(`${known}/`)),
      ),
      ...matches(text, /\b([0-9a-f]{64})\b/g).filter((id) => !trusted.has(id)),
    ];
    expect([guide, ...unknown]).toEqual([guide]);
  }
});

test('the guide for developers tells the limits as they are', async () => {
  const { depth, aliases, tokens, directives, cost, openStreams } = DEFAULT_LIMITS;
  const told = (await read('docs/storefront-developers.md')).replace(/\s+/g, ' ');
  const figure = (value: number): string => value.toLocaleString('en');
  expect(told).toContain(
    `depth ${depth}, ${aliases} aliases, ${figure(tokens)} tokens, ${directives} directives, cost ${figure(cost)}`,
  );
  expect(told).toContain(`${openStreams} open streams`);
});

test('load balancers are named by address or network, and a slip is named', () => {
  expect(readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, ::1' }).trustedProxies).toBe('10.0.0.0/8,::1');
  for (const wrong of ['true', '10.0.0.0/33', '*', 'proxy.internal', '10.0.0.1,'])
    expect(() => readConfig({ TRUSTED_PROXIES: wrong })).toThrow(/TRUSTED_PROXIES/);
});

function describe(setting: unknown): unknown {
  return (setting as { desc?: string }).desc;
}

interface DocumentedRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** What a page asks for: its blocks of GraphQL, and the bodies of its curl commands with 0 where the shell puts a value. */
function requestsIn(text: string): DocumentedRequest[] {
  const blocks = matches(text, /^```graphql\n([\s\S]*?)^```/gm).map((query) => ({ query, variables: {} }));
  const filled = text.replace(/'\$(\w+|\([^()]*\))'/g, '0');
  const bodies = matches(filled, /-d '(\{[^']*\})'/g).map((body) => JSON.parse(body) as DocumentedRequest);
  return [...blocks, ...bodies.map(({ query, variables = {} }) => ({ query, variables }))];
}

/** Paths that a page names, on their own or under the market's address. */
function routesIn(text: string): string[] {
  const alone = matches(text, /`(?:PUBLIC_URL)?(\/[a-z][\w/.-]*)`/g);
  const addressed = matches(text, /(?:\$M|localhost:4000|market\.example)(\/[a-z][\w/.-]*)/g);
  return [...alone, ...addressed].map((route) => route.replace(/\/$/, ''));
}

function withoutScripts(text: string): string {
  return text.replace(/^```sh\n[\s\S]*?^```/gm, '');
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found]) => found ?? '');
}

async function sourceOf(...folders: string[]): Promise<string> {
  const texts = folders.map(async (folder) => {
    const names = await readdir(new URL(folder, ROOT), { recursive: true });
    return Promise.all(names.filter((name) => name.endsWith('.ts')).map((name) => read(`${folder}/${name}`)));
  });
  return (await Promise.all(texts)).flat().join('\n');
}
