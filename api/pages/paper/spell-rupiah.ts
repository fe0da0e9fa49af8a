import { LARGEST_RUPIAH, type Rupiah } from '../../platform/money.ts';

const ONES = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'];
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'];

/** A sum in Indonesian words, as papers state it beside the figures: "dua belas ribu lima ratus rupiah". Throws for what is no sum. */
export function spellRupiah(amount: Rupiah): string {
  if (!Number.isInteger(amount) || amount < 0 || amount > LARGEST_RUPIAH)
    throw new RangeError(`${amount} is no sum that can be spelled`);
  return amount === 0 ? 'nol rupiah' : `${groupsOf(amount).filter(Boolean).join(' ')} rupiah`;
}

/** Each three digits with their scale, the largest first; empty for three zeros. */
function groupsOf(amount: number): string[] {
  const groups: string[] = [];
  for (let rest = amount, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale += 1)
    groups.unshift(spellGroup(rest % 1000, scale));
  return groups;
}

function spellGroup(group: number, scale: number): string {
  if (group === 0) return '';
  // One thousand alone is "seribu"; one million is "satu juta", and 21,000 is "dua puluh satu ribu".
  if (group === 1 && scale === 1) return 'seribu';
  return [belowThousand(group), SCALES[scale]].filter(Boolean).join(' ');
}

function belowThousand(value: number): string {
  if (value < 12) return ONES[value]!;
  if (value < 20) return `${ONES[value - 10]} belas`;
  if (value < 100) return `${ONES[Math.floor(value / 10)]} puluh ${ONES[value % 10]}`.trim();
  const hundreds = value < 200 ? 'seratus' : `${ONES[Math.floor(value / 100)]} ratus`;
  return `${hundreds} ${belowThousand(value % 100)}`.trim();
}
