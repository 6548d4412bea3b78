/** All that a person does with hands: on what is drawn beside the screens too, such as a dialog. */
const INPUT = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells of each, until the function returned is called. */
export function onInput(heard: () => void): () => void {
  const how = { capture: true, passive: true };
  for (const name of INPUT) document.addEventListener(name, heard, how);
  return () => {
    for (const name of INPUT) document.removeEventListener(name, heard, how);
  };
}
