/** The kinds of queries, twenty each. */
export const QUERY_KINDS = [
  'exact',
  'prefix',
  'typo',
  'affix',
  'synonym',
  'spelling',
  'word order',
  'number and unit',
  'shop or place',
  'no result',
] as const;

/** One of QUERY_KINDS. */
export type QueryKind = (typeof QUERY_KINDS)[number];

/** A query and the rule that says which products it means: any of these kinds, with every tag, from the shops of a place. */
export interface JudgedQuery {
  readonly of: QueryKind;
  readonly text: string;
  readonly kinds: readonly string[];
  readonly tags: readonly string[];
  readonly kecamatan: string | null;
  readonly shop: string | null;
}

/** text = kinds / tags @ kecamatan ! shop */
const QUERIES: Readonly<Record<QueryKind, string>> = {
  exact: `
    keripik pisang = keripik-pisang
    kue nastar = nastar
    kopi bubuk gayo = kopi-bubuk / Gayo
    sirup markisa = sirup / Markisa
    minyak goreng = minyak-goreng
    beras merah = beras / Merah
    sambal matah = sambal / Matah
    abon lele = abon / Lele
    bakso urat = bakso / Urat
    mangga gedong gincu = mangga / Gedong Gincu
    gamis polos = gamis / Polos
    kebaya kutubaru = kebaya / Kutubaru
    tas ransel = tas-ransel
    dompet koin = dompet / Koin
    lukisan abstrak = lukisan / Abstrak
    sapu lidi = sapu / Lidi
    kipas angin = kipas
    sabun mandi = sabun
    anggrek bulan = anggrek / Bulan
    pensil warna = pensil-warna`,
  prefix: `
    rengg = rengginang
    keripik pis = keripik-pisang
    kerupuk ku = kerupuk-kulit
    kue nas = nastar
    onde = onde-onde
    jamu tem = jamu / Temulawak
    susu ked = susu-kedelai
    madu hu = madu
    nugg = nugget
    kangk = kangkung
    wort = wortel
    gura = gurame
    dast = daster
    keba = kebaya
    gantungan ku = gantungan-kunci
    laya = layangan
    talen = talenan
    monst = tanaman-monstera
    minyak tel = minyak-telon
    buku ceri = buku-cerita`,
  typo: `
    kerupuk kuilt = kerupuk-kulit
    renginang = rengginang
    donta = donat
    lempre = lemper
    kopi bubk = kopi-bubuk
    sirpu jeruk = sirup / Jeruk
    minyak gorneg = minyak-goreng
    rendnag = rendang
    naget = nugget
    kangkug = kangkung
    wrotel = wortel
    gurami = gurame
    dastre = daster
    kemja flanel = kemeja / Flanel
    samdal jepit = sandal / Jepit
    dompat kulit = dompet / Kulit
    gantungn kunci = gantungan-kunci
    layangn = layangan
    anggrk = anggrek
    monstrea = tanaman-monstera`,
  affix: `
    gorengannya minyak = minyak-goreng
    menggoreng minyak = minyak-goreng
    sayuran kangkung = kangkung
    rajutan boneka = boneka / Rajut
    peci rajutan = peci / Rajut
    batik tulisan = batik / Tulis
    lukis = lukisan
    melukis = lukisan
    anyam tas = tas-anyam
    menganyam = tas-anyam
    bukunya gambar = buku-gambar
    gambar buku = buku-gambar
    sandalku jepit = sandal / Jepit
    lampunya belajar = lampu / Belajar
    permainan boneka = boneka
    layanglayang naga = layangan / Naga
    menenun kain = tenun
    bersihkan gurame = gurame / Bersih
    gantung kunci = gantungan-kunci
    donatnya = donat`,
  synonym: `
    jilbab = kerudung
    hijab segi empat = kerudung / Segi Empat
    kaos = kaus
    t-shirt = kaus
    cabe = cabai
    chili = cabai
    shampoo = sampo
    songkok = peci
    honey = madu
    kue bulat donut = donat
    hijab instan = kerudung / Instan
    backpack = tas-ransel
    painting = lukisan
    papaya = pepaya
    orange syrup = sirup / Jeruk
    egg = telur
    rice = beras
    carrot = wortel
    coffee = kopi-bubuk
    shoes = sepatu`,
  spelling: `
    kripik pisang = keripik-pisang
    krupuk udang = kerupuk-udang
    kropok kulit = kerupuk-kulit
    telor puyuh = telur / Puyuh
    sambel bawang = sambal / Bawang
    coklat keripik pisang = keripik-pisang / Cokelat
    djeruk medan = jeruk / Medan
    sirop leci = sirup / Leci
    kemedja = kemeja
    tjabai rawit = cabai / Rawit Merah
    batik toelis = batik / Tulis
    spatu futsal = sepatu / Futsal
    sendal gunung = sandal / Gunung
    kecap maniz = kecap / Manis
    onde onde wijen = onde-onde / Wijen
    onde2 = onde-onde
    baksoaci = bakso-aci
    donut kentang = donat / Kentang
    kueh nastar = nastar
    lampoe tidur = lampu / Tidur`,
  'word order': `
    pisang keripik = keripik-pisang
    udang kerupuk = kerupuk-udang
    gayo bubuk kopi = kopi-bubuk / Gayo
    merah beras = beras / Merah
    goreng minyak jagung = minyak-goreng / Jagung
    terasi sambal = sambal / Terasi
    sapi abon = abon / Sapi
    jengkol rendang = rendang / Jengkol
    brokoli nugget = nugget / Brokoli
    harum manis mangga = mangga / Harum Manis
    katun jepang gamis = gamis / Katun Jepang
    instan kerudung = kerudung / Instan
    flanel kemeja = kemeja / Flanel
    jepit sandal = sandal / Jepit
    ransel tas sekolah = tas-ransel / Sekolah
    kunci gantungan = gantungan-kunci
    angin kipas = kipas
    mandi sabun zaitun = sabun / Zaitun
    telon minyak = minyak-telon
    warna pensil = pensil-warna`,
  'number and unit': `
    beras 5kg = beras / 5 kg
    beras 10 kilo = beras / 10 kg
    kopi bubuk 1000 gram = kopi-bubuk / 1 kg
    minyak goreng 2l = minyak-goreng / 2 liter
    gula setengah kilo = gula / 500 g
    gula 1000g = gula / 1 kg
    telur 30 butir = telur / isi 30
    telur 10 pcs = telur / isi 10
    jamu 1000 ml = jamu / 1 liter
    bakso isi 50 = bakso / isi 50
    lampu 12w = lampu / 12 watt
    kabel 10m = kabel / 10 meter
    wajan 30cm = wajan / 30 cm
    toples 1000 ml = toples / 1 liter
    lukisan 40 x 60 = lukisan / 40x60 cm
    pensil warna 1 lusin = pensil-warna / isi 12
    sandal no 42 = sandal / ukuran 42
    mangga 2 kilogram = mangga / 2 kg
    pupuk 5000 gr = pupuk / 5 kg
    minyak telon 60ml = minyak-telon / 60 ml`,
  'shop or place': `
    kriya lestari = * ! Kriya Lestari
    dapur oma lies = * ! Dapur Oma Lies
    sehat alami = * ! Sehat Alami
    butik anggun = * ! Butik Anggun
    donat sawangan = donat @ sawangan
    beras cimanggis = beras @ cimanggis
    sambal di tapos = sambal @ tapos
    gamis beji murah = gamis @ beji
    kopi bubuk limo depok = kopi-bubuk @ limo
    batik cipayung = batik @ cipayung
    tanaman tapos = tanaman-monstera, anggrek, pupuk, pot @ tapos
    jamu sukmajaya = jamu @ sukmajaya
    keset cilodong = keset @ cilodong
    kain batik pancoran mas = batik @ pancoran-mas
    sepatu depok beji = sepatu @ beji
    boneka dekat cimanggis = boneka @ cimanggis
    sabun sehat alami = sabun ! Sehat Alami
    dompet galeri nusantara = dompet ! Galeri Nusantara
    telur warung berkah jaya = telur ! Warung Berkah Jaya
    lampu sinar elektrik = lampu ! Sinar Elektrik`,
  'no result': `
    helikopter
    mesin cuci
    kulkas dua pintu
    laptop gaming
    tiket konser
    gergaji mesin
    ban truk
    kursi roda
    senapan angin
    zzzqqq
    kamera digital
    xylofon
    semen tiga roda
    kucing persia
    tenda kemah
    gitar listrik
    sofa minimalis
    wkwkwkwk
    jasa pindahan rumah
    obat kuat`,
};

/** The queries with their rules. */
export function judgedQueries(): JudgedQuery[] {
  return QUERY_KINDS.flatMap((of) =>
    QUERIES[of]
      .trim()
      .split('\n')
      .map((line) => judged(of, line.trim())),
  );
}

function judged(of: QueryKind, line: string): JudgedQuery {
  const [, text = '', kinds = '', tag, kecamatan, shop] =
    /^([^=]+?)(?: = ([^/@!]+?))?(?: \/ ([^@!]+?))?(?: @ ([^!]+?))?(?: ! (.+))?$/.exec(line) ?? [];
  return {
    of,
    text,
    kinds: kinds === '' ? [] : kinds.split(',').map((kind) => kind.trim()),
    tags: tag ? [tag] : [],
    kecamatan: kecamatan ?? null,
    shop: shop ?? null,
  };
}
