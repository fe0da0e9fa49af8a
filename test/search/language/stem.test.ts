import { describe, expect, test } from 'vitest';
import { stem } from '../../../api/search/language/index.ts';

describe('words of one root meet', () => {
  test.each([
    ['jahit menjahit jahitan penjahit dijahit'],
    ['minum minuman minumannya'],
    ['goreng gorengan menggoreng penggorengan digoreng gorengkan'],
    ['rajut rajutan merajut perajut'],
    ['kirim kiriman mengirim pengiriman'],
    ['cuci mencuci pencuci'],
    ['bersih pembersih kebersihan bersihkan'],
    ['hias hiasan perhiasan'],
    ['alat peralatan'],
    ['potong memotong potongan pemotong'],
    ['masak memasak masakan'],
    ['tanam menanam tanaman'],
    ['cetak mencetak cetakan percetakan'],
    ['sewa penyewaan sewaan'],
    ['kering pengering mengeringkan'],
    ['warna berwarna pewarna mewarnai'],
    ['kopi kopinya ngopi'],
    ['putih pemutih'],
    ['manis pemanis'],
    ['rawat perawatan merawat dirawat'],
    ['siram menyirami disirami siraman penyiram'],
    ['cat mengecat ngecat dicat pengecatan'],
    ['isi diisi mengisi isian'],
    ['kancing mengancingkan'],
    ['nyanyi menyanyi penyanyi'],
    ['aman pengaman keamanan'],
    ['lari pelari berlari'],
    ['musik pemusik'],
    ['cuci cucikan'],
    ['tarik tarikan'],
    ['jahit jahitin dijahitin'],
    ['sapu menyapu nyapu disapuin'],
    ['pel mengepel ngepel ngepelin'],
    ['lap mengelap melap'],
    ['potong memotong motong sepotong'],
    ['tonton menonton nonton'],
    ['goreng nggoreng'],
    ['baik memperbaiki diperbaiki'],
    ['wangi wewangian mewangikan'],
    ['kerudung berkerudung'],
    ['saring penyaring nyaring'],
  ])('%s', (words) => {
    expect(new Set(words.split(' ').map(stem)).size).toBe(1);
  });
});

describe('other things stay apart', () => {
  test.each([
    ['rambut', 'rambutan'],
    ['manis', 'manisan'],
    ['asin', 'asinan'],
    ['lebar', 'lebaran'],
    ['duri', 'durian'],
    ['uang', 'beruang'],
    ['ikan', 'ikat'],
    ['bang', 'bangku'],
    ['beras', 'asin'],
    ['tali', 'teratai'],
    ['lati', 'melati'],
    ['papa', 'papan'],
    ['pesta', 'pesan'],
    ['dinding', 'dingin'],
    ['tari', 'tarikan'],
    ['kerja', 'keranjang'],
    ['lampu', 'pelampung'],
    ['padu', 'madu'],
    ['kering', 'sekering'],
    ['lada', 'selada'],
    ['piring', 'miring'],
    ['yakin', 'yakiniku'],
    ['tipis', 'nipis'],
    ['sawah', 'pesawat'],
  ])('%s and %s', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });
});
