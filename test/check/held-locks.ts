import { posix } from 'node:path';
import ts from 'typescript';

/** The text of files by their path below api/. */
export type Sources = ReadonlyMap<string, string>;

/** What locks an order or a payment, and what runs a function under such a lock; each with what in its code does so. */
const LOCKS: Readonly<Record<string, RegExp>> = {
  'payments/lock-payment.ts#lockPayment': /lockMode: LockMode\.PESSIMISTIC_WRITE, refresh: true/,
  'payments/lock-payment.ts#lockFromBelow':
    /paymentReferences\.lock\(tx, reference\);\s+const payment = await lockPayment\(tx, reference\)/,
  'payments/send-refund.ts#withRefund': /await lockFromBelow\(tx, paymentKey\);\s+await change\(/,
  'payments/send-refund.ts#withDueRefund': /return withRefund\(ctx, refund, async [\s\S]*await change\(/,
  'orders/lock-order.ts#lockOrder':
    /tx\.findOne\(Order, \{ key: orderKey \}, lock\);[\s\S]*await lockPayment\(tx, orderKey\);/,
  'orders/find-and-lock.ts#lockOwnOrder': /await lockOrder\(tx, key\)/,
  'orders/find-and-lock.ts#lockFound': /await lockOrder\(tx, found\.orderKey\)/,
  'orders/find-and-lock.ts#lockParcel': /return lockFound\(tx, found\)/,
  'orders/find-and-lock.ts#lockParcelAtPoint': /return lockFound\(tx, found\)/,
  'orders/counter-order.ts#lockAtCounter': /await lockOrder\(tx, orderKey\)/,
  'orders/payment-listeners.ts#lockedBy': /return lockOrder\(tx, /,
  'orders/disputes/move-dispute.ts#lockDispute': /await lockOrder\(tx, found\.orderKey\)/,
  'orders/disputes/answer-dispute.ts#asBuyer': /await lockDispute\(tx, disputeId, 'BUYER'\);\s+await act\(tx, about\)/,
};

/** Who has a parameter of these types, and a transaction, works on what the caller has locked; so do these tables of functions. */
const LOCKED_TYPES =
  /\b(Locked(Payment|Order|Parcel|Dispute)|typeof lock\w+|Move|MoveEffect|TimerAct|RefundChange|CashTaken|Payment|Refund)\b/;

/** The same, although neither tells it. */
const RELYING = ['payments/refund-status.ts#moveRefund', 'orders/parcel-transitions.ts#PARCEL_TRANSITIONS'];

/** Who writes the row in the same transaction: nobody else can see it. */
const NEW: Readonly<Record<string, RegExp>> = {
  'orders/place-order.ts#place': /const placed = copyQuote\(tx, quote, [\s\S]*await runSteps\(tx, /,
  'payments/open-payment.ts#openPayment': /const payment = Object\.assign\(new Payment\(\), /,
};

/** A declaration at the top of a file, or a method of a class there. */
interface Unit {
  readonly name: string;
  readonly node: ts.Node;
  /** Whether it works on what its caller has locked. */
  readonly relies: boolean;
}

interface File {
  readonly units: readonly Unit[];
  /** By the name that it has here: the file and the name there. */
  readonly imported: ReadonlyMap<string, readonly [file: string, name: string]>;
  /** The same of what is exported onward. */
  readonly passedOn: ReadonlyMap<string, readonly [file: string, name: string]>;
}

/** The code of a file: comments are blanks, so that no words of theirs count, and all else stands where it stood. */
export function codeOf(text: string): string {
  let code = text;
  const blank = ({ pos, end }: ts.TextRange): void => {
    code = code.slice(0, pos) + code.slice(pos, end).replace(/[^\n]/g, ' ') + code.slice(end);
  };
  const visit = (node: ts.Node): void => {
    const parts = node
      .getChildren(source)
      .filter(({ kind }) => kind < ts.SyntaxKind.FirstJSDocNode || kind > ts.SyntaxKind.LastJSDocNode);
    for (const part of parts) visit(part);
    if (parts.length > 0) return;
    ts.getLeadingCommentRanges(text, node.pos)?.forEach(blank);
    ts.getTrailingCommentRanges(text, node.end)?.forEach(blank);
  };
  const source = ts.createSourceFile('code.ts', text, ts.ScriptTarget.Latest, true);
  visit(source);
  return code;
}

/** What works on rows that its caller has locked, as `file#name`. */
export function relyingIn(sources: Sources): Set<string> {
  return relyingOf(readFiles(sources));
}

/**
 * Where something that works on what its caller has locked is used without a lock: `file#unit uses file#name`. A unit may use it that works on
 * such rows itself, so that its own callers are asked, or in which something of LOCKS is called before.
 */
export function usesWithoutLock(sources: Sources): string[] {
  const files = readFiles(sources);
  const origin = (at: string, name: string): string => {
    const file = files.get(at);
    const [from, there] = file?.imported.get(name) ?? file?.passedOn.get(name) ?? [at, name];
    return from === at ? `${at}#${name}` : origin(from, there);
  };
  const relying = relyingOf(files);
  const found = new Set<string>();
  for (const [at, { units }] of files)
    for (const { name, node } of units) {
      const user = `${at}#${name}`;
      if (relying.has(user) || NEW[user]?.test(node.getText())) continue;
      let isLocked = false;
      for (const used of usesIn(node)) {
        const target = origin(at, used.text);
        if (LOCKS[target] && ts.isCallExpression(used.parent)) isLocked = true;
        if (relying.has(target) && !isLocked) found.add(`${user} uses ${target}`);
      }
    }
  return [...found].sort();
}

/** Locks that do not do what LOCKS says of them. */
export function brokenLocks(sources: Sources): string[] {
  const files = readFiles(new Map([...sources].map(([at, text]) => [at, isAsked(at) ? codeOf(text) : ''])));
  const textOf = (lock: string): string => {
    const [at = '', name] = lock.split('#');
    return (
      files
        .get(at)
        ?.units.find((unit) => unit.name === name)
        ?.node.getText() ?? ''
    );
  };
  return Object.entries(LOCKS).flatMap(([lock, how]) => (how.test(textOf(lock)) ? [] : [lock]));
}

const isAsked = (at: string): boolean => Object.keys(LOCKS).some((lock) => lock.startsWith(`${at}#`));

function relyingOf(files: ReadonlyMap<string, File>): Set<string> {
  const relying = new Set(RELYING);
  for (const [at, { units }] of files)
    for (const { name, relies } of units) if (relies && !LOCKS[`${at}#${name}`]) relying.add(`${at}#${name}`);
  return relying;
}

/** Only who names a file of orders or payments can use something of theirs. */
function readFiles(sources: Sources): Map<string, File> {
  const concerned = [...sources].filter(([at, text]) => /\b(orders|payments)\//.test(`${at} ${text}`));
  return new Map(concerned.map(([at, text]) => [at, readFile(at, text)]));
}

function readFile(at: string, text: string): File {
  const source = ts.createSourceFile(at, text, ts.ScriptTarget.Latest, true);
  const imported = new Map<string, readonly [string, string]>();
  const passedOn = new Map<string, readonly [string, string]>();
  const units: Unit[] = [];
  for (const node of source.statements) {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings)) bind(imported, at, node.moduleSpecifier, bindings.elements);
    } else if (ts.isExportDeclaration(node)) {
      const { exportClause, moduleSpecifier } = node;
      if (exportClause && ts.isNamedExports(exportClause)) bind(passedOn, at, moduleSpecifier, exportClause.elements);
    } else units.push(...unitsOf(node));
  }
  return { units, imported, passedOn };
}

function bind(
  to: Map<string, readonly [string, string]>,
  at: string,
  from: ts.Expression | undefined,
  names: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[],
): void {
  if (!from || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return;
  const file = posix.join(posix.dirname(at), from.text);
  for (const { name, propertyName } of names) to.set(name.text, [file, (propertyName ?? name).text]);
}

function unitsOf(node: ts.Statement): Unit[] {
  if (ts.isFunctionDeclaration(node)) return [unitOf(node.name?.text ?? 'default', node, node.parameters)];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.map((each) => {
      const { name, type, initializer } = each;
      const made = initializer && ts.isArrowFunction(initializer) ? initializer.parameters : [];
      const unit = unitOf(name.getText(), each, made);
      return LOCKED_TYPES.test(type?.getText() ?? '') ? { ...unit, relies: true } : unit;
    });
  if (ts.isClassDeclaration(node))
    return node.members.map((member) => {
      const parameters = ts.isMethodDeclaration(member) ? member.parameters : [];
      return unitOf(`${node.name?.text}.${member.name?.getText() ?? ''}`, member, parameters);
    });
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return [];
  return [unitOf(`line ${node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1}`, node, [])];
}

/** What takes no transaction writes nothing. */
function unitOf(name: string, node: ts.Node, parameters: readonly ts.ParameterDeclaration[]): Unit {
  const types = parameters.map(({ type }) => type?.getText() ?? '');
  return { name, node, relies: types.includes('Tx') && types.some((type) => LOCKED_TYPES.test(type)) };
}

/** Names used in a unit, in the order in which they are; neither names of types nor of properties. */
function usesIn(unit: ts.Node): ts.Identifier[] {
  const uses: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && !isMember(node)) uses.push(node);
    if (!ts.isCallExpression(node)) {
      ts.forEachChild(node, visit);
      return;
    }
    // What is handed to a call is worked out before it, what it is to call after it.
    const later = node.arguments.filter((each) => ts.isArrowFunction(each) || ts.isFunctionExpression(each));
    for (const each of node.arguments) if (!later.some((one) => one === each)) visit(each);
    visit(node.expression);
    for (const each of later) visit(each);
  };
  visit(unit);
  return uses;
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node;
}
