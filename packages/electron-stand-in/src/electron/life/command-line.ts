import type { CommandLine } from 'electron';
import { refuseUnknown } from '../../guard/not-in-stand-in.ts';

const switches = process.argv.slice(2).filter((word) => word.startsWith('-'));

const find = (name: string): string | undefined =>
  switches.find((word) => word === `--${name}` || word.startsWith(`--${name}=`));

/** The switches of this run, with those that the app added. Chromium gets them when it is started. */
export const allSwitches = (): readonly string[] => switches;

/** `app.commandLine` */
export const commandLine = refuseUnknown(
  {
    appendSwitch: (name: string, value?: string): void => {
      switches.push(value === undefined || value === '' ? `--${name}` : `--${name}=${value}`);
    },
    hasSwitch: (name: string): boolean => find(name) !== undefined,
    getSwitchValue: (name: string): string => find(name)?.slice(name.length + 3) ?? '',
  } satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>,
  'electron.app.commandLine',
);
