import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import ts from 'typescript';

/** The project's folder. */
export const ROOT = new URL('../../', import.meta.url);

/** Which names stand where in a file. Types are left out: they do nothing. */
interface Code {
  /** By what is declared, at any depth: the names that its declaration uses. */
  readonly declared: ReadonlyMap<string, ReadonlySet<string>>;
  /** The same of what is declared at the top alone. */
  readonly topLevel: ReadonlyMap<string, ReadonlySet<string>>;
  readonly exported: ReadonlySet<string>;
  /** By the name that it has here: the file that it is imported from. */
  readonly imported: ReadonlyMap<string, URL>;
  /** The names that each test uses, those of a table of tests included. */
  readonly tests: readonly ReadonlySet<string>[];
}

const known = new Map<string, Promise<Code>>();

function codeOf(file: URL): Promise<Code> {
  const code = known.get(file.href) ?? readCode(file);
  known.set(file.href, code);
  return code;
}

async function readCode(file: URL): Promise<Code> {
  const source = ts.createSourceFile(file.href, await readFile(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const declared = new Map<string, Set<string>>();
  const topLevel = new Map<string, Set<string>>();
  const exported = new Set<string>();
  const imported = new Map<string, URL>();
  const tests: Set<string>[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const from = (node.moduleSpecifier as ts.StringLiteral).text;
      if (from.startsWith('.')) for (const name of importsOf(node)) imported.set(name, new URL(from, file));
      return;
    }
    for (const name of declaredBy(node)) declared.set(name, new Set([...(declared.get(name) ?? []), ...wordsOf(node)]));
    if (node.parent === source) for (const name of declaredAtTop(node)) topLevel.set(name, wordsOf(node));
    if (isExported(node)) for (const name of declaredAtTop(node)) exported.add(name);
    if (ts.isCallExpression(node) && /^test\b/.test(node.expression.getText())) tests.push(wordsOf(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { declared, topLevel, exported, imported, tests };
}

function importsOf({ importClause }: ts.ImportDeclaration): string[] {
  const bindings = importClause?.namedBindings;
  if (importClause?.isTypeOnly || !bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

function declaredBy(node: ts.Node): string[] {
  if (ts.isFunctionDeclaration(node) && node.name) return [node.name.text];
  return ts.isVariableDeclaration(node) ? namesIn(node.name) : [];
}

function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((each) => (ts.isBindingElement(each) ? namesIn(each.name) : []));
}

function isExported(node: ts.Node): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function declaredAtTop(node: ts.Node): string[] {
  return ts.isVariableStatement(node) ? node.declarationList.declarations.flatMap(declaredBy) : declaredBy(node);
}

/** Stands among the names that a piece of code uses when it has a statement of SQL in it that locks. */
export const LOCKING_SQL = 'for update';
const LOCKS = /\bfor (no key )?update\b|\bpg_advisory_xact_lock\(/;

/** The names that a piece of code uses, and the paths of properties: `tx.context.clock`. */
function wordsOf(code: ts.Node): Set<string> {
  const words = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if ((ts.isStringLiteralLike(node) || ts.isTemplateLiteralToken(node)) && LOCKS.test(node.text))
      words.add(LOCKING_SQL);
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) words.add(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(code);
  return words;
}

/** What is exported of a file of api/ and comes, by itself or by others in the file, to use a name like this one. */
export async function exportedThatUse(path: string, like: RegExp): Promise<string[]> {
  const { topLevel, exported } = await codeOf(new URL(`api/${path}`, ROOT));
  return [...exported].filter((name) => {
    const used = new Set(topLevel.get(name));
    for (const word of used) for (const further of topLevel.get(word) ?? []) used.add(further);
    used.delete(name);
    return [...used].some((word) => like.test(word));
  });
}

/**
 * For each test of a file: what of api/ and of test/support it comes to use, by itself, by what else the file declares, and by the helpers in
 * test/ that it imports. As `folder/of/file.ts name`, without the extension's test.
 */
export async function usedByTests(path: string): Promise<Set<string>[]> {
  const file = new URL(`test/${path}.test.ts`, ROOT);
  if (!existsSync(file)) return [];
  return Promise.all((await codeOf(file)).tests.map((words) => followed(file, words)));
}

async function followed(file: URL, words: ReadonlySet<string>): Promise<Set<string>> {
  const used = new Set<string>();
  const seen = new Set<string>();
  const todo = [...words].map((word) => ({ at: file, word }));
  for (let next = todo.pop(); next; next = todo.pop()) {
    const { at, word } = next;
    const id = `${at.href} ${word}`;
    if (seen.has(id)) continue;
    seen.add(id);
    const { declared, imported } = await codeOf(at);
    for (const further of declared.get(word) ?? []) todo.push({ at, word: further });
    const from = imported.get(word);
    if (!from) continue;
    used.add(`${from.href.slice(ROOT.href.length)} ${word}`);
    if (from.href.startsWith(`${ROOT.href}test/`)) todo.push({ at: from, word });
  }
  return used;
}
