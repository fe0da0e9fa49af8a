/** For `ref` on a dialog: shows it over the page as soon as it stands in it. The focus comes back when it is closed with `shut`. */
export function modal(dialog: Element | undefined): void {
  // A template is filled before it is put into the page.
  queueMicrotask(() => {
    if (dialog instanceof HTMLDialogElement && dialog.isConnected && !dialog.open) dialog.showModal();
  });
}

/** For a button in a dialog: closes it as Escape does. Taking an open dialog out of the page would lose the focus. */
export function shut(event: Event): void {
  (event.currentTarget as HTMLElement).closest('dialog')?.close();
}
