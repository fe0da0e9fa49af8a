/** For `ref` on a dialog: shows it over the page as soon as it stands in it. The focus comes back when it is closed. */
export function modal(dialog: Element | undefined): void {
  // A template is filled before it is put into the page.
  queueMicrotask(() => {
    if (dialog instanceof HTMLDialogElement && dialog.isConnected && !dialog.open) dialog.showModal();
  });
}
