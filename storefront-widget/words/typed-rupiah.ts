/** Groups of three behind points, or no points at all; blanks count as points do, and ",00" adds nothing. */
const WHOLE = /^(?:rp\.?)?\s*(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,00?)?$/i;
/** More digits than any sum here has. */
const MOST_DIGITS = 12;

/** Whole rupiah as people type them: "5000", "5.000", "Rp5.000", "5.000,00". Null for all else: "5.00" and "1.250,50" are no such sum. */
export function typedRupiah(text: string): number | null {
  const digits = WHOLE.exec(text.trim())?.[1]?.replace(/[. ]/g, '') ?? '';
  return digits !== '' && digits.length <= MOST_DIGITS ? Number(digits) : null;
}
