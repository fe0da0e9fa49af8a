import type { ShopLine } from './shop-line.ts';

/** The lines of shops that sell food and drink; the last one of a group takes every name that promised nothing. */
export const FOOD_LINES: Readonly<Record<string, readonly ShopLine[]>> = {
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
};
