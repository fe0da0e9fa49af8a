/** A voucher's code as someone typed it: letters of any size, spaces and hyphens between; null when no code looks like that. */
export function readVoucherCode(typed: string): string | null {
  if (typed.length > 100) return null;
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return /^[A-Z0-9]{4,20}$/.test(code) ? code : null;
}
