/** What buyers say, by stars; of everything, of what is eaten or drunk, and of what is worn. */
export const SAID: Readonly<Record<'all' | 'eaten' | 'worn', Readonly<Record<number, readonly string[]>>>> = {
  all: {
    5: [
      'Barang sesuai foto, pengemasan rapi.',
      'Sudah langganan, tidak pernah kecewa.',
      'Harga bersahabat, kualitas bagus.',
      'Ambil di titik ambil gampang, tidak ribet.',
      'Penjualnya ramah dan cepat menyiapkan pesanan.',
      'Lebih bagus dari yang saya bayangkan. Terima kasih!',
    ],
    4: ['Sesuai harga, bagus.', 'Bagus, cuma agak lama disiapkan.', 'Kemasannya rapi, semoga ada ukuran lebih besar.'],
    3: [
      'Lumayan untuk harga segini.',
      'Ukurannya lebih kecil dari perkiraan.',
      'Barangnya oke, tapi datang sehari terlambat.',
    ],
    2: ['Kurang sesuai dengan keterangannya.', 'Isinya kurang satu, sudah saya sampaikan.'],
    1: ['Tidak sesuai pesanan.', 'Rusak waktu saya buka di rumah.'],
  },
  eaten: {
    5: [
      'Enak banget, anak-anak suka. Pasti pesan lagi.',
      'Rasanya seperti buatan rumah sendiri.',
      'Segar, dan porsinya pas untuk berempat.',
      'Gurihnya pas, tidak bikin enek.',
      'Dibawa ke arisan langsung habis.',
    ],
    4: [
      'Enak, bumbunya bisa lebih berani sedikit.',
      'Rasanya mantap, porsinya bisa ditambah.',
      'Enak, cuma agak manis buat saya.',
    ],
    3: ['Rasanya biasa saja.', 'Enak, tapi sudah tidak hangat.'],
    2: ['Agak melempem waktu dibuka.', 'Terlalu asin buat keluarga kami.'],
    1: ['Sudah tidak segar waktu saya ambil.'],
  },
  worn: {
    5: [
      'Bahannya adem, jahitannya rapi. Puas!',
      'Warnanya persis seperti di foto.',
      'Pas di badan, nyaman dipakai seharian.',
    ],
    4: ['Pas di badan, bahannya agak tipis.', 'Bagus, cuma warnanya sedikit beda dari foto.'],
    3: ['Ukurannya agak kecil, sebaiknya ambil satu di atasnya.'],
    2: ['Jahitan di bagian bawah kurang rapi.'],
    1: ['Luntur waktu dicuci pertama kali.'],
  },
};

/** What shops answer to good reviews and to bad ones. */
export const ANSWERED = {
  thanks: [
    'Terima kasih, Kak. Ditunggu pesanan berikutnya!',
    'Alhamdulillah, terima kasih sudah mampir ke toko kami.',
    'Terima kasih banyak ulasannya, kami jadi semangat.',
  ],
  sorry: [
    'Mohon maaf, Kak. Hubungi kami, nanti kami ganti.',
    'Terima kasih masukannya, kami perbaiki mulai minggu ini.',
    'Maaf ya, Kak. Lain kali kami periksa dua kali sebelum dikemas.',
  ],
} as const;
