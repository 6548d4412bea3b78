import { CommanderError, InvalidArgumentError, type Command } from 'commander';

/** Where a program speaks: the process's own streams, or what a test collects. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

const PROCESS: Terminal = {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

const DONE = 0;
const FAILED = 1;
const NOT_UNDERSTOOD = 2;

/**
 * Runs a line of a command-line program. `--help` is an answer; a line that the program does not understand gets one
 * sentence; a command that throws is told in the words of `messageOf`.
 *
 * @param args what stands behind the program's name
 * @returns the exit code: 0, 1 if the command failed, 2 if the line is not understood
 * @example
 * process.exitCode = await runProgram(program, process.argv.slice(2));
 */
export async function runProgram(
  program: Command,
  args: readonly string[],
  {
    messageOf = String,
    terminal = PROCESS,
  }: { messageOf?: (error: unknown) => string; terminal?: Terminal } = {},
): Promise<number> {
  const commands = withSubcommands(program);
  for (const command of commands) speakBriefly(command, terminal);
  askForRequiredLast(program, commands);
  try {
    await program.parseAsync(args, { from: 'user' });
    return DONE;
  } catch (error) {
    // A command checks what comes from the environment by the same schemas as its arguments.
    const isCommandsOwn = !(error instanceof CommanderError) || error instanceof InvalidArgumentError;
    if (!isCommandsOwn) return error.exitCode === DONE ? DONE : NOT_UNDERSTOOD;
    terminal.error(`${messageOf(error)}\n`);
    return FAILED;
  }
}

function speakBriefly(command: Command, { out, error }: Terminal): void {
  command.exitOverride().configureOutput({
    writeOut: out,
    writeErr: error,
    outputError: (text, write) => {
      const sentence = text
        .replace(/^error: /, '')
        .trim()
        .replaceAll(/\s*\n/g, ' ');
      write(`${sentence}: "${fullName(command)} --help" says what there is.\n`);
    },
  });
}

/**
 * What is wrong in the line is told before what the line lacks: a misspelled option is often the one that seems to be
 * missing. Commander itself looks for what is missing first.
 */
function askForRequiredLast(program: Command, commands: readonly Command[]): void {
  const required = new Map(
    commands.map((command) => [command, command.options.filter(({ mandatory }) => mandatory)]),
  );
  for (const option of [...required.values()].flat()) option.makeOptionMandatory(false);
  program.hook('preAction', (_, action) => {
    for (const command of withParents(action)) {
      const missing = required
        .get(command)
        ?.find((option) => command.getOptionValue(option.attributeName()) === undefined);
      if (missing !== undefined) action.error(`error: required option '${missing.flags}' not specified`);
    }
  });
}

const withParents = (command: Command): Command[] =>
  command.parent === null ? [command] : [command, ...withParents(command.parent)];

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap((subcommand) => withSubcommands(subcommand)),
];

const fullName = (command: Command): string =>
  command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
