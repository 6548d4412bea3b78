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
  for (const command of withSubcommands(program)) speakBriefly(command, terminal);
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

const withSubcommands = (command: Command): Command[] => [
  command,
  ...command.commands.flatMap((subcommand) => withSubcommands(subcommand)),
];

const fullName = (command: Command): string =>
  command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
