/** A kind of shop: the leaves it sells from, the best first. */
export interface ShopLine {
  /** Words of a shop's name that promise this range. */
  readonly promisedBy: RegExp;
  readonly leaves: readonly string[];
  /** What such a shop says of itself; {kelurahan} and {kecamatan} are filled in. */
  readonly says: readonly string[];
  /** Every second shop of the group follows it. */
  readonly isCommon?: boolean;
}

/** The lines of each group of shops; the last one of a group takes every name that promised nothing. */
export const SHOP_LINES: Readonly<Record<string, readonly ShopLine[]>> = {
  snack: [
    {
      promisedBy: /\b(?:frozen|beku|siomai)/i,
      leaves: ['makanan-beku'],
      says: [
        'Lauk dan camilan beku buatan dapur {kelurahan}, tinggal goreng atau kukus.',
        'Stok beku untuk hari sibuk: dibuat kecil-kecilan, dibekukan di hari yang sama.',
      ],
    },
    {
      promisedBy: /\b(?:sambal|bumbu)/i,
      leaves: ['sambal-saus', 'bumbu-rempah'],
      says: ['Sambal dan bumbu ulek dari {kelurahan}, dimasak dalam wajan kecil supaya rasanya tidak berubah.'],
    },
    {
      promisedBy: /\b(?:abon)/i,
      leaves: ['abon-dendeng', 'sambal-saus'],
      says: ['Abon, dendeng, dan teman nasi hangat dari dapur keluarga di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:madu)/i,
      leaves: ['madu-selai', 'teh-herbal'],
      says: ['Madu, selai, dan gula aren dari peternak dan petani yang kami kenal.'],
    },
    {
      promisedBy: /\b(?:belimbing)/i,
      leaves: ['olahan-belimbing', 'sirup-minuman-serbuk'],
      says: [
        'Olahan belimbing dewa khas Depok, dari kebun sendiri di {kelurahan}.',
        'Buah kebanggaan Depok, kami olah menjadi jus, keripik, dan manisan.',
      ],
    },
    {
      promisedBy: /\b(?:kacang)/i,
      leaves: ['kacang-camilan', 'keripik-kerupuk'],
      says: ['Kacang dan camilan toples untuk tamu, digoreng tiap pekan di {kelurahan}.'],
    },
    {
      promisedBy: /./,
      isCommon: true,
      leaves: ['keripik-kerupuk', 'kacang-camilan'],
      says: [
        'Keripik dan camilan renyah dari {kelurahan}, digoreng dalam jumlah kecil supaya selalu baru.',
        'Oleh-oleh renyah dari Depok: resep ibu, kemasan rapat, harga tetangga.',
        'Usaha keluarga di {kecamatan} sejak 2016. Minyak diganti setiap hari, bumbu dari dapur sendiri.',
      ],
    },
  ],
  food: [
    {
      promisedBy: /\b(?:katering|rantang|piring)/i,
      leaves: ['nasi-kotak-katering', 'lauk-matang'],
      says: ['Katering rumahan untuk rapat, arisan, dan syukuran warga {kecamatan}.'],
    },
    {
      promisedBy: /\b(?:betawi|nyak)/i,
      leaves: ['khas-depok-betawi', 'nasi-lauk'],
      says: ['Masakan Betawi pinggiran seperti di rumah Nyak: kerak telor, gado-gado, dan sayur besan.'],
    },
    {
      promisedBy: /\b(?:mangkuk|kuali|bakso|seblak|kedai uduk)/i,
      leaves: ['mi-bakso-soto', 'nasi-lauk'],
      says: ['Semangkuk hangat dari {kelurahan}: bakso, soto, dan mi ayam dengan kuah yang dimasak sejak subuh.'],
    },
    {
      promisedBy: /\b(?:ketan|lempeng|serai)/i,
      leaves: ['gorengan-jajanan-pasar', 'khas-depok-betawi'],
      says: ['Gorengan dan jajanan pasar untuk teman kopi pagi, dibuat dadakan di {kelurahan}.'],
    },
    {
      promisedBy: /./,
      leaves: ['nasi-lauk', 'lauk-matang', 'gorengan-jajanan-pasar'],
      says: [
        'Masakan rumahan dari {kelurahan}: nasi, lauk, dan sayur yang dimasak setelah dipesan.',
        'Dapur kecil di {kecamatan} dengan resep keluarga. Pesan pagi, siang sudah siap diambil.',
      ],
    },
  ],
  cake: [
    {
      promisedBy: /\b(?:jajan|basah|bakul|klepon)/i,
      leaves: ['kue-basah', 'gorengan-jajanan-pasar'],
      says: ['Kue basah untuk arisan dan bekal, dikukus setiap subuh di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:roti|bolu|donat)/i,
      leaves: ['roti-bolu', 'kue-kering'],
      says: ['Roti dan bolu lembut dari oven kecil di {kelurahan}, tanpa pengawet.'],
    },
    {
      promisedBy: /\b(?:kukis|kering|toples)/i,
      leaves: ['kue-kering', 'puding-dessert'],
      says: ['Kue kering toples untuk Lebaran, Natal, dan setiap hari biasa.'],
    },
    {
      promisedBy: /\b(?:tar|ulang|puding|dessert|manis)/i,
      leaves: ['kue-ulang-tahun', 'puding-dessert'],
      says: ['Kue ulang tahun dan puding untuk hari yang ditunggu-tunggu, dihias tangan di {kelurahan}.'],
    },
    {
      promisedBy: /./,
      leaves: ['kue-basah', 'roti-bolu', 'puding-dessert'],
      says: [
        'Kue dan roti rumahan dari {kelurahan}, dibuat pagi hari dan siap diambil sore.',
        'Manisnya pas, ukurannya pas, harganya pas. Dari dapur kami di {kecamatan}.',
      ],
    },
  ],
  drink: [
    {
      promisedBy: /\b(?:kopi)/i,
      leaves: ['kopi', 'sirup-minuman-serbuk'],
      says: ['Kopi disangrai kecil-kecilan di {kelurahan}: bubuk, biji, dan yang tinggal seduh.'],
    },
    {
      promisedBy: /\b(?:jamu|rempah|wedang)/i,
      leaves: ['jamu', 'teh-herbal'],
      says: ['Jamu segar dan wedang rempah, direbus setiap pagi di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:teh|herbal)/i,
      leaves: ['teh-herbal', 'jamu'],
      says: ['Teh dan herbal kering dari kebun sekitar {kecamatan}.'],
    },
    {
      promisedBy: /\b(?:sirup)/i,
      leaves: ['sirup-minuman-serbuk', 'jus-minuman-segar'],
      says: ['Sirup dan minuman serbuk dari bahan yang bisa disebut namanya.'],
    },
    {
      promisedBy: /./,
      leaves: ['jus-minuman-segar', 'sirup-minuman-serbuk'],
      says: ['Es dan jus segar dari {kelurahan}, diracik setelah dipesan.'],
    },
  ],
  fresh: [
    {
      promisedBy: /\b(?:sembako|beras|lumbung)/i,
      leaves: ['beras', 'minyak-gula-tepung', 'telur-susu'],
      says: ['Kebutuhan dapur warga {kecamatan}: beras, minyak, gula, dan telur dengan harga pasar.'],
    },
    {
      promisedBy: /\b(?:lele|ikan)/i,
      leaves: ['ikan-seafood'],
      says: ['Ikan dari kolam dan lelang subuh, dibersihkan sebelum dititipkan di titik ambil.'],
    },
    {
      promisedBy: /\b(?:ayam|daging)/i,
      leaves: ['daging-ayam', 'telur-susu'],
      says: ['Ayam dan daging potong pagi dari {kelurahan}, dikemas dingin.'],
    },
    {
      promisedBy: /\b(?:telur|susu)/i,
      leaves: ['telur-susu'],
      says: ['Telur dan susu dari kandang sendiri di {kelurahan}.'],
    },
    {
      promisedBy: /\b(?:tahu|tempe)/i,
      leaves: ['tahu-tempe', 'sayur'],
      says: ['Tahu dan tempe segar setiap pagi, kedelai pilihan, tanpa pengawet.'],
    },
    {
      promisedBy: /\b(?:buah|belimbing)/i,
      leaves: ['buah', 'olahan-belimbing'],
      says: ['Buah matang pohon dari kebun {kelurahan} dan sekitarnya.'],
    },
    {
      promisedBy: /./,
      leaves: ['sayur', 'buah', 'tahu-tempe'],
      says: [
        'Sayur dan buah panen pagi untuk dapur {kecamatan}.',
        'Hasil kebun warga {kelurahan}, dipetik setelah dipesan.',
      ],
    },
  ],
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

/** The line that a shop of the group follows, by what its name promises. */
export function lineOf(group: string, name: string): ShopLine {
  const lines = SHOP_LINES[group];
  const line = lines?.find(({ promisedBy }) => promisedBy.test(name));
  if (!line) throw new Error(`No line of goods for a ${group} shop`);
  return line;
}

/** How many shops of each group stand among twenty-five, in this order. */
export const GROUP_ROUND: readonly string[] = [
  'snack',
  'fashion',
  'food',
  'home',
  'snack',
  'cake',
  'fresh',
  'kids',
  'drink',
  'snack',
  'craft',
  'fashion',
  'food',
  'care',
  'fresh',
  'snack',
  'plant',
  'fashion',
  'home',
  'gear',
  'cake',
  'drink',
  'fashion',
  'snack',
  'craft',
];
