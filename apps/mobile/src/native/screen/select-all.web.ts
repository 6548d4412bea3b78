/** React Native for the web selects only after a moment. A digit that was typed before that would be taken away by the next one. */
export const selectsByItself = false;

/** Selects what stands in a box, at once. */
export function selectAll(box: unknown): void {
  if (!(box instanceof HTMLInputElement)) return;
  let isTyped = false;
  const typed = () => {
    isTyped = true;
  };
  box.addEventListener('input', typed);
  box.select();
  // A tap puts the caret between the digits after this.
  setTimeout(() => {
    box.removeEventListener('input', typed);
    if (!isTyped && document.activeElement === box) box.select();
  }, 0);
}
