/**
 * Keeps the second click of a double click from what has come under the pointer meanwhile: whoever
 * presses the last button of a dialog twice means the dialog, and not what lay behind it.
 *
 * @returns what ends it
 */
export function guardDoubleClicks(): () => void {
  let first: EventTarget | null = null;
  const guard = (event: MouseEvent) => {
    if (event.detail < 2) {
      first = event.target;
    } else if (first instanceof Node && !isSame(first, event.target)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  window.addEventListener('click', guard, { capture: true });
  return () => {
    window.removeEventListener('click', guard, { capture: true });
  };
}

/** A label presses its field, and a button may have drawn itself anew in between. */
function isSame(first: Node, second: EventTarget | null): boolean {
  if (!(second instanceof Element)) {
    return false;
  }
  const pressed =
    second.closest('a, button, label, summary, input, select, [role=button]') ?? second;
  return first.isConnected && (pressed.contains(first) || first.contains(second));
}
