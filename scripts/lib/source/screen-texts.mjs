/**
 * Texts of screens that stand as literals in a component, and forms in which the browser puts its own. Their home is `packages/words`, where each language has them. A text
 * is what a person reads: text between tags, the value of a property such as `title`, and each literal that holds words.
 */
import ts from 'typescript';

/** Properties whose value a person reads, even if it is one small word. */
const READ = new Set(
  'label title description unit word placeholder alt hint what against content text message heading aria-label aria-description aria-roledescription'.split(
    ' ',
  ),
);

/** Properties that hold classes, paths and the like. */
const NOT_READ =
  /^(?:class|className|classNames|d|type|font|style|viewBox|transform|key|id|href|rel|sizes|accept|media|aria-keyshortcuts)$|ClassName$/;

/** Functions whose literals are classes, selectors or no words. */
const OF_CLASSES = new Set([
  'cx',
  'iconButtonClass',
  'buttonClass',
  'event.target.closest',
  'matchMedia',
  'isA',
]);

/** Names of keys, as the browser says them. */
const KEYS =
  /^(?:Arrow(?:Up|Down|Left|Right)|Enter|Escape|Tab|Home|End|Page(?:Up|Down)|Backspace|Delete|Control|Alt|Shift|Meta)$/;

/** A unit or a code, alike in each language: USD, MCF, scf/bbl. */
const CODE = /^(?:[A-Z]{2,6}|scf\/bbl)$/;
const LETTER = /\p{L}/u;
/** A word with a capital, or two words with a space between them. */
const WORDS = /^\W*\p{Lu}\p{Ll}|\p{L}[,.:;]? \p{L}| \p{L}{2,}|\p{L}{2,} $/u;

/**
 * @typedef {object} ScreenText
 * @property {number} line from 1
 * @property {string} text
 */

/** The font of a canvas. @param {ts.BinaryExpression} node */
const isFont = ({ left, operatorToken }) =>
  operatorToken.kind === ts.SyntaxKind.EqualsToken && left.getText().endsWith('.font');

/** What a thing of a format is, as the format says it. @param {ts.BinaryExpression} node */
const isComparedType = ({ left, operatorToken }) =>
  operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && left.getText().endsWith('.type');

/** @param {ts.Node} node */
const holdsNoWords = (node) =>
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isTypeNode(node) ||
  (ts.isExpressionStatement(node) && ts.isStringLiteral(node.expression)) ||
  (ts.isNewExpression(node) && node.expression.getText().endsWith('Error')) ||
  (ts.isPropertyDeclaration(node) && node.name.getText() === 'name') ||
  (ts.isBinaryExpression(node) && (isFont(node) || isComparedType(node))) ||
  (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) ||
  (ts.isCallExpression(node) && OF_CLASSES.has(node.expression.getText())) ||
  ((ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) && NOT_READ.test(nameOf(node))) ||
  (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Kbd') ||
  (ts.isVariableDeclaration(node) &&
    ts.isIdentifier(node.name) &&
    /(?:[cC]lass|[sS]tyles?|^(?:tones|fills|sizes|sides|strokes|base|variants|squares|font|INTERACTIVE|DENSITIES|PICKED))$/.test(
      node.name.text,
    ));

/** @param {ts.JsxAttribute | ts.PropertyAssignment} node */
const nameOf = (node) => node.name.getText().replaceAll(/^['"]|['"]$/g, '');

/** A form that the browser checks: it says what is missing in its own words. @param {ts.Node} node */
const isCheckedByBrowser = (node) =>
  ts.isJsxOpeningElement(node) &&
  node.tagName.getText() === 'form' &&
  !node.attributes.properties.some((given) => ts.isJsxAttribute(given) && nameOf(given) === 'noValidate');

/** The texts that a literal holds: a template has several. @param {ts.Node} node */
function literalsOf(node) {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  return ts.isTemplateExpression(node)
    ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
    : [];
}

/**
 * The texts of a component that should stand in `packages/words`.
 *
 * @param {string} code
 * @param {string} [path] a generic function reads like a tag in `.tsx`
 * @returns {ScreenText[]}
 */
export function screenTextsIn(code, path = 'screen.tsx') {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  /** @type {ScreenText[]} */
  const found = [];

  /** @param {ts.Node} node @param {string} text */
  const refuse = (node, text) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ line: line + 1, text: text.trim().replaceAll(/\s+/g, ' ') });
  };

  /** @param {ts.Node} node @param {boolean} isRead whether each letter in it is read */
  function visit(node, isRead) {
    if (holdsNoWords(node)) return;
    if (ts.isJsxText(node)) {
      if (LETTER.test(node.text)) refuse(node, node.text);
      return;
    }
    if (isCheckedByBrowser(node)) refuse(node, 'form without noValidate');
    const texts = literalsOf(node);
    const hasWords = texts.some(
      (text) => (isRead ? LETTER : WORDS).test(text) && !KEYS.test(text) && !CODE.test(text),
    );
    if (hasWords) refuse(node, node.getText());
    const isProperty = ts.isJsxAttribute(node) || ts.isPropertyAssignment(node);
    ts.forEachChild(node, (child) => {
      if (isProperty && child === node.name) return;
      visit(
        child,
        isProperty
          ? READ.has(nameOf(node))
          : isRead && !ts.isCallExpression(node) && !ts.isBinaryExpression(node),
      );
    });
  }

  visit(source, false);
  return found;
}
