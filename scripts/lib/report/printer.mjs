/**
 * Lets programs that run side by side print line by line, each line behind the name of its program.
 *
 * @param {string} name
 * @param {NodeJS.WritableStream} target
 * @returns {{ write: (text: string) => void, end: () => void }} `end` prints a last line that has no end of its own
 */
export function linePrinter(name, target = process.stdout) {
  let rest = '';
  const print = (/** @type {string} */ line) => target.write(`${name.padEnd(10)} | ${line}\n`);
  return {
    write: (text) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) print(line);
    },
    end: () => {
      if (rest !== '') print(rest);
      rest = '';
    },
  };
}
