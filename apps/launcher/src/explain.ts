import { EmbeddedError } from '@wellpulse/embedded';
import { PortsTakenError } from './ports/check-ports.ts';
import { FolderInUseError } from './data-folder/claim-folder.ts';
import { ProgramStartError } from './processes/process-service.ts';
import { SettingsError } from './settings.ts';

const EXPECTED = [SettingsError, PortsTakenError, FolderInUseError, ProgramStartError, EmbeddedError];

/** What to print about a failure: the message alone if it is written for the person at the terminal, else everything. */
export function explain(error: unknown): unknown {
  return error instanceof Error && EXPECTED.some((kind) => error instanceof kind) ? error.message : error;
}
