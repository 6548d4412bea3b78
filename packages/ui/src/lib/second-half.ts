/**
 * Whether a click is the second half of a double click. It was meant for what stood there before, and answers no question
 * that stands there now. A key that presses the button is never one.
 *
 * @example
 * onClick={(event) => { if (!isSecondHalf(event)) save(); }}
 */
export const isSecondHalf = ({ detail }: { readonly detail: number }): boolean => detail > 1;
