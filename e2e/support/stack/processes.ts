import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The pid of the only descendant of a process whose command line matches. */
export async function findDescendant(ancestor: number, command: RegExp): Promise<number> {
  const { stdout } = await run('ps', ['-eo', 'pid=,ppid=,args=']);
  const all = stdout.split('\n').flatMap((line): Process[] => {
    const [, pid, parent, text = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command: text }];
  });
  const family = new Set([ancestor]);
  // Parents come before their children, but pids may have started again from the beginning: once more for each level.
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  const found = all.filter(({ pid, command: text }) => family.has(pid) && command.test(text));
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${found.length} processes match ${String(command)}`);
  return only.pid;
}
