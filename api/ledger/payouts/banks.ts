/** A bank to which money can be sent. */
export interface BankListed {
  /** Our name for it in the API and in files. */
  readonly code: string;
  /** Number in the national transfer network, as other banks' forms ask for it. */
  readonly clearingCode: string;
  readonly name: string;
  /** Digits of its account numbers: the fewest and the most. */
  readonly digits: readonly [least: number, most: number];
}

const bank = (code: string, clearingCode: string, name: string, least: number, most = least): BankListed => ({
  code,
  clearingCode,
  name,
  digits: [least, most],
});

/** The banks, by name. Lengths are those of accounts that customers hold; a wrong one is found here, before the bank finds it. */
export const BANKS: readonly BankListed[] = [
  bank('BCA', '014', 'Bank Central Asia (BCA)', 10),
  bank('JAGO', '542', 'Bank Jago', 12),
  bank('BJB', '110', 'Bank Jabar Banten (bjb)', 13),
  bank('MANDIRI', '008', 'Bank Mandiri', 13),
  bank('BNI', '009', 'Bank Negara Indonesia (BNI)', 10),
  bank('BRI', '002', 'Bank Rakyat Indonesia (BRI)', 15),
  bank('BSI', '451', 'Bank Syariah Indonesia (BSI)', 10),
  bank('BTN', '200', 'Bank Tabungan Negara (BTN)', 16),
  bank('CIMB', '022', 'CIMB Niaga', 12, 14),
  bank('DANAMON', '011', 'Bank Danamon', 8, 16),
  bank('MUAMALAT', '147', 'Bank Muamalat', 10),
  bank('OCBC', '028', 'OCBC', 12),
  bank('PANIN', '019', 'Panin Bank', 10),
  bank('PERMATA', '013', 'Bank Permata', 9, 16),
  bank('SEABANK', '535', 'SeaBank', 12, 15),
];

const BY_CODE = new Map(BANKS.map((each) => [each.code, each]));

/** The bank of a code; null for any other text. */
export function bankOf(code: string): BankListed | null {
  return BY_CODE.get(code) ?? null;
}
