import { Command, example, runProgram } from '@wellpulse/command-line';

const said: string[] = [];
const terminal = { out: (text: string) => said.push(text), error: (text: string) => said.push(text) };
const program = new Command('gauge')
  .option('--bbl <volume>', 'oil in barrels')
  .addHelpText('after', example('gauge --bbl 42.5'))
  .action(() => undefined);

export const understood = await runProgram(program, ['--bbl', '42.5'], { terminal }); // 0
export const misspelled = await runProgram(program, ['--barrels', '42.5'], { terminal }); // 2
export const sentence = said.join(''); // 'unknown option \'--barrels\': "gauge --help" says what there is.\n'
