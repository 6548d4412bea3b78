/** Whether this browser can draw the map: MapLibre needs WebGL 2. Asked once. */
let answer: boolean | null = null;

export function hasWebGl(): boolean {
  if (answer === null) {
    const context = document.createElement('canvas').getContext('webgl2');
    answer = context !== null;
    // Browsers allow few contexts at a time; this one has done its work.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
  }
  return answer;
}
