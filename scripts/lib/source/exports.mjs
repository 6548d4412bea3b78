/** What a package's entry point exports, and what is said of it: read from the sources, without a type checker. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * @typedef {object} ExportedThing
 * @property {string} path of the file that declares it
 * @property {boolean} isCallable whether it is a function or a class
 * @property {boolean} hasText whether its doc comment says something besides examples
 * @property {string[]} examples the code of each `@example`
 * @property {ReadonlyMap<string, boolean>} members of a class or an interface: those that others can call, and whether each is told
 * @property {string[]} kinds the interfaces that a class keeps to
 */

/**
 * All exports of a file by name, also those that it takes over from files beside it.
 *
 * @param {string} path of the file
 * @returns {Promise<Map<string, ExportedThing>>}
 */
export async function exportsOf(path) {
  const source = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest, true);
  /** @type {Map<string, ExportedThing>} */
  const found = new Map();
  for (const statement of source.statements) {
    if (ts.isExportDeclaration(statement)) {
      for (const [name, thing] of await takenOver(statement, path)) found.set(name, thing);
    } else if (isExported(statement)) {
      for (const [name, isCallable] of declaredBy(statement))
        found.set(name, toThing(path, statement, isCallable));
    }
  }
  return found;
}

/**
 * @param {ts.ExportDeclaration} statement
 * @param {string} path
 * @returns {Promise<(readonly [string, ExportedThing])[]>}
 */
async function takenOver(statement, path) {
  const { moduleSpecifier, exportClause } = statement;
  if (moduleSpecifier === undefined || !ts.isStringLiteral(moduleSpecifier)) return [];
  // A library's own thing is explained where it is taken over.
  if (!moduleSpecifier.text.startsWith('.')) {
    if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
    return exportClause.elements.map(({ name }) => [name.text, toThing(path, statement, false)]);
  }
  const things = await exportsOf(join(dirname(path), moduleSpecifier.text));
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [...things];
  return exportClause.elements.flatMap(({ name, propertyName }) => {
    const thing = things.get((propertyName ?? name).text);
    return thing === undefined ? [] : [/** @type {const} */ ([name.text, thing])];
  });
}

/** @param {ts.Statement} statement */
const isExported = (statement) =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

/**
 * The names that a statement declares, and whether each is called.
 *
 * @param {ts.Statement} statement
 * @returns {[string, boolean][]}
 */
function declaredBy(statement) {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name, initializer }) => [
      name.getText(),
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    ]);
  }
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    return [[statement.name?.text ?? 'default', true]];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
    return [[statement.name.text, false]];
  return [];
}

/**
 * @param {string} path
 * @param {ts.Statement} statement
 * @param {boolean} isCallable
 * @returns {ExportedThing}
 */
function toThing(path, statement, isCallable) {
  const tags = ts.getJSDocTags(statement).filter(({ tagName }) => tagName.text === 'example');
  return {
    path,
    isCallable,
    hasText: hasText(statement),
    examples: tags.map(({ comment }) => textOf(comment)),
    members:
      ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement)
        ? membersOf(statement)
        : new Map(),
    kinds: ts.isClassDeclaration(statement) ? kindsOf(statement) : [],
  };
}

/** What others can't call, and what says again what the class above it says. */
const HIDDEN = new Set([
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  ts.SyntaxKind.OverrideKeyword,
]);

/** @param {ts.ClassDeclaration | ts.InterfaceDeclaration} declared */
function membersOf(declared) {
  /** @type {Map<string, boolean>} */
  const members = new Map();
  for (const member of /** @type {readonly (ts.ClassElement | ts.TypeElement)[]} */ (declared.members)) {
    const { name } = member;
    const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
    if (name === undefined || ts.isPrivateIdentifier(name) || modifiers.some(({ kind }) => HIDDEN.has(kind)))
      continue;
    const isTold = ts
      .getJSDocCommentsAndTags(member)
      .some((comment) => ts.isJSDoc(comment) && textOf(comment.comment) !== '');
    members.set(name.getText(), isTold);
  }
  return members;
}

/** @param {ts.ClassDeclaration} declared */
const kindsOf = ({ heritageClauses }) =>
  [...(heritageClauses ?? [])]
    .filter(({ token }) => token === ts.SyntaxKind.ImplementsKeyword)
    .flatMap(({ types }) => types.map(({ expression }) => expression.getText()));

/**
 * Whether a statement has a doc comment of its own, or what it is made from has one.
 *
 * @param {ts.Statement} statement
 * @returns {boolean}
 */
const hasText = (statement) =>
  ts
    .getJSDocCommentsAndTags(statement)
    .some((comment) => ts.isJSDoc(comment) && textOf(comment.comment) !== '') ||
  sourceOf(statement).some(hasText);

/** Schemas and types that say no more than what they are made from. */
const MADE_FROM =
  /= (?:z\.(?:infer|input|output)<typeof (\w+)>|z\.enum\((\w+)\)|\(typeof (\w+)\)\[number\]|keyof typeof (\w+));$/;

/** @param {ts.Statement} statement */
function sourceOf(statement) {
  const name = MADE_FROM.exec(statement.getText())?.slice(1).find(Boolean);
  return statement
    .getSourceFile()
    .statements.filter(
      (other) => other !== statement && declaredBy(other).some(([declared]) => declared === name),
    );
}

/** @param {string | ts.NodeArray<ts.JSDocComment> | undefined} comment */
const textOf = (comment) => (ts.getTextOfJSDocComment(comment) ?? '').trim();
