import type { ShopLine } from './shop-line.ts';

/** The lines of shops that sell all else; the last one of a group takes every name that promised nothing. */
export const GOODS_LINES: Readonly<Record<string, readonly ShopLine[]>> = {
  fashion: [
    {
      promisedBy: /\b(?:jilbab|hijab|kerudung)/i,
      leaves: ['jilbab', 'gamis'],
      says: ['Jilbab dan gamis yang adem dipakai seharian, dijahit di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:gamis|muslim|busana)/i,
      leaves: ['gamis', 'jilbab', 'mukena-sajadah'],
      says: ['Busana muslim keluarga dengan jahitan rapi dari {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:mukena|sajadah)/i,
      leaves: ['mukena-sajadah', 'jilbab'],
      says: ['Mukena dan sajadah untuk rumah, perjalanan, dan hantaran.'],
    },
    {
      promisedBy: /\b(?:koko|sarung|peci)/i,
      leaves: ['koko-sarung', 'kemeja-kaus-pria'],
      says: ['Koko, sarung, dan peci untuk bapak dan anak.'],
    },
    {
      promisedBy: /\b(?:batik|wastra)/i,
      leaves: ['batik', 'atasan-wanita', 'kemeja-kaus-pria'],
      says: ['Batik dan kain dari sanggar kami di {kelurahan}, dengan motif khas Depok.'],
    },
    {
      promisedBy: /\b(?:daster|tidur)/i,
      leaves: ['daster-baju-tidur', 'atasan-wanita'],
      says: ['Daster adem dan baju rumah yang tetap pantas untuk menerima tamu.'],
    },
    {
      promisedBy: /\b(?:anak|bayi)/i,
      leaves: ['baju-anak', 'perlengkapan-bayi'],
      says: ['Baju dan perlengkapan anak dari bahan lembut, dijahit ibu-ibu {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:tas|dompet|totebag|kanvas|kulit)/i,
      leaves: ['tas-dompet', 'aksesori-perhiasan'],
      says: ['Tas dan dompet buatan tangan dari {kelurahan}, dibuat untuk dipakai lama.'],
    },
    {
      promisedBy: /\b(?:sandal|sepatu)/i,
      leaves: ['sepatu-sandal'],
      says: ['Sepatu dan sandal dari perajin {kecamatan}, bisa dijahit ulang bila solnya aus.'],
    },
    {
      promisedBy: /\b(?:aksesori|manik)/i,
      leaves: ['aksesori-perhiasan', 'tas-dompet'],
      says: ['Bros, gelang, dan kalung yang dirangkai satu per satu.'],
    },
    {
      promisedBy: /\b(?:kaus|konveksi)/i,
      leaves: ['kemeja-kaus-pria', 'celana-pria'],
      says: ['Kaus dan kemeja dari konveksi kecil di {kelurahan}, sablon tahan cuci.'],
    },
    {
      promisedBy: /./,
      leaves: ['atasan-wanita', 'bawahan-wanita', 'daster-baju-tidur'],
      says: [
        'Busana wanita sehari-hari dari penjahit {kelurahan}.',
        'Model sederhana, bahan nyaman, ukuran sampai jumbo.',
      ],
    },
  ],
  craft: [
    {
      promisedBy: /\b(?:rajut|makrame)/i,
      leaves: ['rajut-bordir', 'tas-dompet'],
      says: ['Rajutan tangan dari {kelurahan}: benang katun, simpul rapat, warna lembut.'],
    },
    {
      promisedBy: /\b(?:anyam|kayu|ukir|bambu)/i,
      leaves: ['anyaman-kayu', 'suvenir-hampers'],
      says: ['Anyaman dan kayu dari bengkel kecil di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:gerabah|tanah|keramik)/i,
      leaves: ['gerabah-keramik'],
      says: ['Gerabah dan keramik yang diputar dan dibakar di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:sampah|daur|perca)/i,
      leaves: ['daur-ulang', 'rajut-bordir'],
      says: ['Karya warga bank sampah {kelurahan}: yang terbuang, dipakai lagi.'],
    },
    {
      promisedBy: /./,
      leaves: ['suvenir-hampers', 'rajut-bordir'],
      says: ['Hampers, suvenir, dan kado yang dirangkai di {kelurahan}.'],
    },
  ],
  home: [
    {
      promisedBy: /\b(?:seprai|gorden|bantal|keset)/i,
      leaves: ['tekstil-rumah', 'perabot'],
      says: ['Seprai, gorden, dan bantal yang dijahit di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:sabun|bersih)/i,
      leaves: ['alat-kebersihan'],
      says: ['Sabun dan alat kebersihan rumah, isi banyak, harga hemat.'],
    },
    {
      promisedBy: /\b(?:lampu|elektrik)/i,
      leaves: ['lampu-listrik', 'perabot'],
      says: ['Lampu dan alat listrik rumah, dicek satu per satu sebelum diserahkan.'],
    },
    {
      promisedBy: /\b(?:dapur)/i,
      leaves: ['alat-dapur', 'alat-kebersihan'],
      says: ['Panci, wajan, dan segala isi dapur di satu toko.'],
    },
    {
      promisedBy: /./,
      leaves: ['perabot', 'alat-dapur', 'alat-kebersihan'],
      says: ['Perabot dan alat rumah dari {kelurahan}.'],
    },
  ],
  care: [
    {
      promisedBy: /\b(?:minyak|telon|lilin|aroma)/i,
      leaves: ['minyak-aromaterapi', 'perawatan-tubuh'],
      says: ['Minyak urut, minyak telon, dan aromaterapi dari resep lama.'],
    },
    {
      promisedBy: /\b(?:skincare|wajah)/i,
      leaves: ['perawatan-wajah', 'perawatan-tubuh'],
      says: ['Perawatan wajah yang sederhana, dibuat dalam jumlah kecil.'],
    },
    {
      promisedBy: /./,
      leaves: ['perawatan-tubuh', 'perawatan-wajah', 'minyak-aromaterapi'],
      says: ['Sabun dan perawatan tubuh alami dari {kelurahan}.'],
    },
  ],
  plant: [
    {
      promisedBy: /\b(?:cupang|akuarium|pakan|kicau)/i,
      leaves: ['ikan-hias-pakan'],
      says: ['Ikan hias dan pakan untuk peliharaan warga {kecamatan}.'],
    },
    {
      promisedBy: /\b(?:kompos|bibit|pupuk)/i,
      leaves: ['bibit-pupuk', 'tanaman-hias'],
      says: ['Bibit, pupuk, dan media tanam untuk kebun di halaman sempit.'],
    },
    {
      promisedBy: /./,
      leaves: ['tanaman-hias', 'bibit-pupuk'],
      says: ['Tanaman hias yang sudah terbiasa dengan panasnya {kecamatan}.'],
    },
  ],
  kids: [
    {
      promisedBy: /\b(?:buku|tulis)/i,
      leaves: ['alat-tulis-buku'],
      says: ['Buku dan alat tulis untuk sekolah dan rumah.'],
    },
    {
      promisedBy: /\b(?:seragam|tas)/i,
      leaves: ['seragam-sekolah', 'alat-tulis-buku'],
      says: ['Seragam dan perlengkapan sekolah, dijahit rapi di {kelurahan}.'],
    },
    {
      promisedBy: /./,
      leaves: ['mainan-edukasi', 'alat-tulis-buku'],
      says: ['Mainan kayu dan permainan yang mengajak anak berpikir.'],
    },
  ],
  gear: [
    {
      promisedBy: /\b(?:motor|jok|sepeda|jas hujan)/i,
      leaves: ['aksesori-motor'],
      says: ['Perlengkapan motor dan sepeda untuk warga {kecamatan}.'],
    },
    { promisedBy: /./, leaves: ['aksesori-hp'], says: ['Aksesori HP yang dicoba dulu sebelum dijual.'] },
  ],
};
