/**
 * The market's time: the clock of this device, set right by what the server said when it drew the page
 * (`<meta name="berjubel-now">`). Deadlines count down rightly on phones whose clock is wrong.
 */
export function marketNow(): Date {
  offset ??= offsetOfPage();
  return new Date(Date.now() + offset);
}

let offset: number | undefined;

function offsetOfPage(): number {
  const told = document.querySelector<HTMLMetaElement>('meta[name="berjubel-now"]')?.content;
  return told ? Date.parse(told) - Date.now() : 0;
}
