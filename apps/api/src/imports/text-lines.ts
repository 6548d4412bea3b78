/** Reads a text file line by line, whatever program and system wrote it. */
import { LINE_END, MAX_LINE_LENGTH, type TextLine } from '@wellpulse/domain';
import { createReadStream } from 'node:fs';

const UTF_16_MARKS = { 'utf-16le': [0xff, 0xfe], 'utf-16be': [0xfe, 0xff] };

export async function* linesOf(filePath: string): AsyncGenerator<TextLine> {
  const decoder = new TextDecoder(await encodingOf(filePath));
  let number = 0;
  let bytes = 0;
  let rest = '';
  let isTooLong = false;
  const lineOf = (text: string): TextLine => {
    const isLine = !isTooLong && text.length <= MAX_LINE_LENGTH;
    isTooLong = false;
    number += 1;
    return { number, text: isLine ? text : null, bytes };
  };
  for await (const piece of piecesOf(filePath)) {
    bytes += piece.length;
    const text = `${rest}${decoder.decode(piece, { stream: true })}`;
    const lines = text.split(LINE_END);
    rest = lines.pop() ?? '';
    // The next piece may bring the second half of this line end.
    if (text.endsWith('\r')) rest = `${lines.pop() ?? ''}\r`;
    for (const line of lines) yield lineOf(line);
    if (rest.length <= MAX_LINE_LENGTH) continue;
    // A file without line ends must not be in memory as a whole.
    isTooLong = true;
    rest = '';
  }
  rest = `${rest}${decoder.decode()}`.replace(/\r$/, '');
  if (rest !== '' || isTooLong) yield lineOf(rest);
}

/** The whole file decides: the first letter beyond ASCII may come late. What is not UTF-8 is Windows' Latin. */
async function encodingOf(filePath: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isStart = true;
  try {
    for await (const piece of piecesOf(filePath)) {
      if (isStart) {
        const marked = Object.entries(UTF_16_MARKS).find(([, mark]) =>
          mark.every((byte, at) => piece[at] === byte),
        );
        if (marked !== undefined) return marked[0];
      }
      isStart = false;
      decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
}

const piecesOf = (filePath: string): AsyncIterable<Buffer> => createReadStream(filePath);
