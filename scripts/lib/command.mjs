/**
 * How each script answers at the terminal: `--help` with its usage, its options and an example, before anything is
 * installed; an option or argument that it does not know with one sentence and exit code 2.
 */
import { parseArgs } from 'node:util';
import { runMain } from './fail.mjs';

/**
 * @typedef {object} CommandOption
 * @property {'string' | 'boolean'} type
 * @property {string | boolean} [default]
 * @property {string} [value] what an option of type string takes; `N` is a whole number from 0 on
 * @property {readonly string[]} [choices] the only values that it takes
 * @property {string} help
 *
 * @typedef {object} Command
 * @property {string} name as one types it, such as `npm run simulate --`
 * @property {string} summary what it does, in a sentence or two
 * @property {string} [takes] its arguments, such as `[suite...]`; none are taken without it
 * @property {Readonly<Record<string, CommandOption>>} [options]
 * @property {string} example a line that works
 *
 * @typedef {{ values: Record<string, string | boolean | undefined>, positionals: string[] }} Given
 */

/** A line at the terminal that the command does not understand. */
const NOT_UNDERSTOOD = 2;

/**
 * Reads the arguments and runs a script with them.
 *
 * @param {Command} command
 * @param {(given: Given) => Promise<number>} run gives the exit code
 */
export async function runCommand(command, run) {
  await runMain(async () => {
    const given = read(command, process.argv.slice(2));
    if (typeof given === 'string') {
      console.error(given);
      return NOT_UNDERSTOOD;
    }
    if (given.values['help'] !== true) return run(given);
    console.log(helpOf(command));
    return 0;
  });
}

/**
 * @param {Command} command
 * @param {string[]} args
 * @returns {Given | string} a string says what is not understood
 */
function read({ name, takes: positionals, options = {} }, args) {
  const hint = `"${name} --help" says what there is.`;
  try {
    /** @type {Record<string, CommandOption & { short?: string }>} */
    const known = { ...options, help: { type: 'boolean', short: 'h', help: '' } };
    const given = parseArgs({ args, allowPositionals: positionals !== undefined, options: known });
    const wrong = Object.entries(options).flatMap(([option, takes]) =>
      complaint(option, takes, given.values[option]),
    );
    return wrong.length === 0 ? given : `${wrong.join(', ')}: ${hint}`;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    // Only the first sentence is about what was typed; the others explain how parseArgs can be called.
    const [sentence = ''] = error.message.split(/\. |\.?\n/);
    return `${sentence}: ${hint}`;
  }
}

/**
 * @param {string} option
 * @param {CommandOption} takes
 * @param {unknown} value
 * @returns {string[]} what is wrong with the value, if anything
 */
function complaint(option, { value: kind, choices }, value) {
  if (typeof value !== 'string') return [];
  if (kind === 'N' && !/^\d+$/.test(value)) return [`Option '--${option}' takes a whole number`];
  if (choices === undefined || choices.includes(value)) return [];
  return [`Option '--${option}' takes one of ${choices.join(', ')}`];
}

/**
 * @param {Command} command
 * @returns {string}
 */
export function helpOf({ name, summary, takes, options = {}, example }) {
  const rows = Object.entries(options).map(([option, { value, help, default: usual }]) => [
    `--${option}${value === undefined ? '' : ` <${value}>`}`,
    typeof usual === 'string' ? `${help} (${usual} by default)` : help,
  ]);
  rows.push(['-h, --help', 'shows this']);
  const width = Math.max(...rows.map(([left = '']) => left.length)) + 2;
  return [
    `Usage: ${[name, '[options]', takes].filter((part) => part !== undefined).join(' ')}`,
    '',
    summary,
    '',
    'Options:',
    ...rows.map(([left = '', right]) => `  ${left.padEnd(width)}${right ?? ''}`),
    '',
    'Example:',
    `  ${example}`,
  ].join('\n');
}
