/**
 * The sentences that people read in the repository: comments of code and the text of documents. `plain-english.test.mjs` counts
 * the words of each. A code span counts as one word; blocks of code, tables and drawings do not count.
 */

/** A longer sentence is split: its reader has to keep too much in mind. */
export const MOST_WORDS = 20;
/** From one full stop to the next: a row of short clauses is long too. */
export const MOST_WORDS_TO_FULL_STOP = 36;

const CLAUSE = /(?<=[.!?:;]["'”’)\]*_]*)\s+/;
const FULL_STOP = /(?<=[.!?]["'”’)\]*_]*)\s+/;

/** A full stop after one of these ends no sentence. */
const ABBREVIATION = /(?:\b(?:e\.g|i\.e|vs|St|No|cf|Inc)|(?:^|\s)[A-Z]|\.\.)\.$/;

/**
 * Whether a bracket is still open: what is in brackets belongs to the sentence around it.
 *
 * @param {string} text
 */
const isOpen = (text) => text.split('(').length > text.split(')').length;

/**
 * The sentences of one paragraph. A colon and a semicolon end one too: what follows them can be read by itself.
 *
 * @param {string} paragraph
 * @param {RegExp} [end] where a sentence may end
 * @returns {string[]}
 */
export function sentencesOf(paragraph, end = CLAUSE) {
  const sentences = [];
  let current = '';
  for (const piece of paragraph.split(end)) {
    current = current === '' ? piece : `${current} ${piece}`;
    if (ABBREVIATION.test(current) || isOpen(current)) continue;
    sentences.push(current);
    current = '';
  }
  return [...sentences, current].filter((sentence) => sentence !== '');
}

/**
 * How many words a sentence has.
 *
 * @param {string} sentence
 */
export const countWords = (sentence) =>
  sentence
    .replaceAll(/`[^`]*`/g, ' code ')
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/**
 * The sentences of some paragraphs that are too long.
 *
 * @param {readonly Paragraph[]} paragraphs
 */
export const longSentencesIn = (paragraphs) =>
  paragraphs.flatMap(({ line, text }) => {
    const counted = (/** @type {string} */ sentence) => ({ line, sentence, words: countWords(sentence) });
    return [
      ...sentencesOf(text)
        .map(counted)
        .filter(({ words }) => words > MOST_WORDS),
      ...sentencesOf(text, FULL_STOP)
        .map(counted)
        .filter(({ words }) => words > MOST_WORDS_TO_FULL_STOP),
    ];
  });

/** @typedef {{ line: number, text: string }} Paragraph the first line in its file, from 1, and the text in one line */

/** Where a paragraph begins although no empty line stands before it. */
const BEGINNING = /^(?:[-*+] |\([a-z]\) |[A-Z]?\d+(?:\. | {2})|#+ |@\w+|> |\{@)/;

/**
 * @param {readonly { line: number, text: string }[]} lines
 * @returns {Paragraph[]}
 */
function paragraphsOf(lines) {
  /** @type {Paragraph[]} */
  const paragraphs = [];
  let isFenced = false;
  let isOpen = false;
  for (const { line, text } of lines) {
    const trimmed = text.trim();
    if (/^(?:```|~~~)/.test(trimmed)) isFenced = !isFenced;
    if (isFenced || trimmed === '' || /^(?:```|~~~|\|)/.test(trimmed) || isDrawing(text)) {
      isOpen = false;
      continue;
    }
    const last = paragraphs.at(-1);
    if (!isOpen || last === undefined || BEGINNING.test(trimmed)) {
      paragraphs.push({
        line,
        text: trimmed.replace(BEGINNING, (mark) => (mark.startsWith('@') ? mark : '')),
      });
    } else {
      last.text += ` ${trimmed}`;
    }
    isOpen = !/^#+ /.test(trimmed);
  }
  return paragraphs;
}

/**
 * Boxes, arrows and columns: a line that words alone do not fill.
 *
 * @param {string} line
 */
const isDrawing = (line) => /[─│┌└├┐┘▶▼]|--+>|<--+|\+--|\S {3,}\S|^\s*[-=|+ ]+$/.test(line.trim());

/**
 * The paragraphs of a document in Markdown.
 *
 * @param {string} text
 */
export const paragraphsOfDocument = (text) =>
  paragraphsOf(text.split('\n').map((line, at) => ({ line: at + 1, text: line })));

/** Behind an example, a comment goes on at its next tag. */
const EXAMPLE = /^@example\b/;

/**
 * The paragraphs of the comments in code: of TypeScript, CSS and the SQL inside of it.
 *
 * @param {string} code
 */
export function paragraphsOfComments(code) {
  /** @type {{ line: number, text: string }[]} */
  const lines = [];
  let isBlock = false;
  let isExample = false;
  let wasLine = false;
  const add = (/** @type {number} */ at, /** @type {string} */ text) => lines.push({ line: at + 1, text });
  for (const [at, raw] of code.split('\n').entries()) {
    const line = raw.trim();
    const opens = !isBlock && /^\{?\/\*/.test(line);
    if (opens) {
      add(at, '');
      isBlock = true;
      isExample = false;
    }
    if (isBlock) {
      const text = line
        .replace(/\*\/.*$/, '')
        .replace(/^\{?\/\*+/, '')
        .replace(/^\*(?!\*)/, '');
      if (/^\s*@/.test(text)) isExample = EXAMPLE.test(text.trim());
      add(at, isExample ? '' : text);
      isBlock = !line.includes('*/');
      if (!isBlock) add(at, '');
      wasLine = false;
      continue;
    }
    const whole = /^(?:\/\/|--)\s(.*)$/.exec(line)?.[1];
    const behind = /\S\s+\/\/ (.*)$/.exec(line)?.[1] ?? /\S\s+\/\*+ (.*?)\*\//.exec(line)?.[1];
    if (whole === undefined || !wasLine) add(at, '');
    if (whole !== undefined || behind !== undefined) add(at, whole ?? behind ?? '');
    if (behind !== undefined && whole === undefined) add(at, '');
    wasLine = whole !== undefined;
  }
  return paragraphsOf(lines);
}
