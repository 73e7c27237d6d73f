/** Text of a script that tells of each right click what Electron's `context-menu` event says of it. */
export function contextMenuScript(binding: string): string {
  return `(${environment.toString()})(${JSON.stringify(binding)});`;
}

/** Runs in the page: nothing from outside this function is there. */
function environment(binding: string): void {
  const page = globalThis as unknown as Record<string, unknown>;
  const tell = page[binding] as (spot: object) => void;
  delete page[binding];
  const isField = (target: EventTarget | null): target is HTMLInputElement | HTMLTextAreaElement =>
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  const selectionIn = (target: EventTarget | null): string =>
    isField(target)
      ? target.value.slice(target.selectionStart ?? 0, target.selectionEnd ?? 0)
      : (window.getSelection()?.toString() ?? '');

  window.addEventListener('contextmenu', ({ target, defaultPrevented }) => {
    // The page shows a menu of its own.
    if (defaultPrevented) return;
    const isEditable = isField(target) && !target.readOnly && !target.disabled;
    const selectionText = selectionIn(target);
    const selected = selectionText !== '';
    const editFlags = {
      canCut: isEditable && selected,
      canCopy: selected,
      canPaste: isEditable,
      canSelectAll: true,
    };
    tell({ isEditable, selectionText, editFlags });
  });
}
