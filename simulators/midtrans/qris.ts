/** What goes into a QR code of the Indonesian standard: who is paid, how much, under which reference. */
export interface QrisContent {
  merchantName: string;
  city: string;
  postalCode: string;
  /** Whole rupiah. */
  amount: number;
  /** Up to 25 letters and digits, unique per code. */
  reference: string;
}

/** One field of the EMV merchant code: two digits of tag, two of length, the value. */
function field(tag: string, value: string): string {
  return `${tag}${String(value.length).padStart(2, '0')}${value}`;
}

/** Writes a dynamic QRIS text (EMV merchant-presented mode) that ends in its own checksum. */
export function qrisText(content: QrisContent): string {
  const name = content.merchantName.replace(/[^ -~]/g, '').slice(0, 25);
  const fields = [
    field('00', '01'),
    field('01', '12'), // dynamic: one amount, one use
    field(
      '26',
      field('00', 'COM.GO-JEK.WWW') +
        field('01', '936009143000000001') +
        field('02', 'G000000001') +
        field('03', 'UME'),
    ),
    field('51', field('00', 'ID.CO.QRIS.WWW') + field('02', 'ID1026000000001') + field('03', 'UME')),
    field('52', '5499'), // food and groceries
    field('53', '360'), // rupiah
    field('54', String(content.amount)),
    field('58', 'ID'),
    field('59', name),
    field('60', content.city.slice(0, 15)),
    field('61', content.postalCode),
    field('62', field('05', content.reference.slice(0, 25))),
  ].join('');
  const checked = `${fields}6304`;
  return checked + crc16(checked);
}

/** CRC-16/CCITT-FALSE over the text, four capital hexadecimal digits, as the standard asks. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
