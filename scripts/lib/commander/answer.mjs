/**
 * What a program of commander answers by itself: its help, and one sentence for a command or an option that it does not
 * know. This needs neither the program nor its packages (ADR 33): `commands.json` beside the program lists what it
 * understands, and scripts/commands.test.mjs holds the list to the program.
 *
 * @typedef {object} ListedCommand
 * @property {readonly string[]} help its lines
 * @property {Readonly<Record<string, boolean>>} options whether each takes a value
 * @property {Readonly<Record<string, ListedCommand>>} commands
 *
 * @typedef {{ code: number, text: string }} Answer the exit code, and what is said
 */
import { nearest } from './nearest.mjs';

const NOT_UNDERSTOOD = 2;

/**
 * @param {ListedCommand} program
 * @param {string} name of the program
 * @param {readonly string[]} words the line
 * @returns {Answer | undefined} undefined if the program has to run
 */
export function answerOf(program, name, words) {
  let command = program;
  let path = name;
  let options = program.options;
  let wrong = '';
  for (let at = 0; at < words.length && words[at] !== '--'; at += 1) {
    const word = words[at] ?? '';
    const [flag = ''] = word.split('=');
    const subcommand = command.commands[word];
    if (word === '--help' || word === '-h') return helpOf(command, 0);
    if (/^-\D/.test(word)) {
      if (options[flag] === undefined) wrong ||= unknown('option', word, Object.keys(options), path);
      else if (options[flag] && flag === word) at += 1;
    } else if (subcommand !== undefined) {
      command = subcommand;
      path = `${path} ${word}`;
      options = { ...options, ...subcommand.options };
    } else if (hasCommands(command)) {
      if (word === 'help') return helpOf(command.commands[words[at + 1] ?? ''] ?? command, 0);
      wrong ||= unknown('command', word, Object.keys(command.commands), path);
    }
  }
  if (wrong !== '') return { code: NOT_UNDERSTOOD, text: wrong };
  return hasCommands(command) ? helpOf(command, NOT_UNDERSTOOD) : undefined;
}

/**
 * @param {ListedCommand} command
 * @param {number} code
 */
const helpOf = ({ help }, code) => ({ code, text: `${help.join('\n')}\n` });

/** @param {ListedCommand} command */
const hasCommands = ({ commands }) => Object.keys(commands).length > 0;

/**
 * @param {'command' | 'option'} kind
 * @param {string} word
 * @param {readonly string[]} known
 * @param {string} path
 */
function unknown(kind, word, known, path) {
  const meant = nearest(word, known);
  const guess = meant === undefined ? '' : ` (Did you mean ${meant}?)`;
  return `unknown ${kind} '${word}'${guess}: "${path} --help" says what there is.\n`;
}
