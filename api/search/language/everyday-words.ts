const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * Words of four letters or more that everybody knows, whether a market sells such things or not: people and places, papers, the body and
 * its ills, animals, plants, dishes, things, what is done and how it is. Who writes one of them has not mistyped another.
 */
export const EVERYDAY_WORDS = words(`
  abad abon adaptor agama agar agen agenda agustus ajar akademi akasia akik akordeon akta aktor aktris akun akuntan album alergi alis alkohol
  alpukat aluminium ambeien ambulans ampela ampelas amplifier amplop anggar anggrek anggur angin angkat angklung angkot angkut angsa animasi
  anjing antar antena antibiotik antik anting antiseptik anyaman apartemen apel aplikasi apotek apoteker april arca arduino arena arisan arit
  arloji arsitek artikel asam asap asar asinan asma aspirin asrama asuh asuransi atap atlas auditor avtur awan ayam ayunan babi baca badai
  badak badut bahagia bahasa bahu baja bajaj bajak baju bakat bakiak bakso baliho balita balkon balok balon balsem bambu bandara bandeng
  bangau bangga bangku bangsa banjir bankir banner bantal banteng barbel barter baru basah basket baskom basreng bata batagor baterai batik
  batu batubara batuk baut bawal bawang bayam bayang bazar bebek becak bedak bekam bekicot belalang belimbing beliung belut benang benci
  bendera bendungan bengkok bensin benteng benua berang berani berat beringin berita berkas berlian bersih beruang besi betadin betis biawak
  biaya bibi bibir bidan bihun biksu biliar bimbingan binder bintang biografi biola biologi bioskop bising bisul blangkon blender blus bodoh
  bola boling bolu bongkar bonsai bonus bordir bpkb brokoli bros brosur buaya bubur bubut budaya bufet bukit buku bulan bulat buldoser
  bulutangkis bumbu bumi bumper buncis bundaran bungkus bunglon bupati burger buruh burung busa busi busur cabai cabut cacar cacing cahaya
  cakram camat campak cangkir cangkul capung casing catur celana celemek cemara cemburu cempedak cengkih cepat cerah ceri cermin cerpen cetak
  charger cheetah cicak cicilan cilok cimol cincin cinta cireng cita cokelat combro congklak cuci cukur cumi dada dadu daerah daftar daging
  dagu dahi dalam danau dandang dangkal dapur darah dasi daster dayung debit debu dekat dekorasi delima demam denda dendeng deposito depresi
  derek dermaga desa desainer desember desktop detik diare diari diet dimsum dinamo dinding dingin dioda dipan direktur disertasi disinfektan
  dispenser distributor dokter dokumen domino dompet donasi donat dongeng dongkrak dosen drama drone drum duda duku dukun dumbel durian dusun
  editor egrang ekonomi ekskavator eksportir eksterior ekstrak elang emas ember emblem embun emping enceng engsel ensiklopedia entok equalizer
  faks faktur februari feri festival film filsafat filter fisika flash flashdisk formulir foto fotografer frais freezer gabus gadai gado gagak
  gajah gaji galeri gambar gamelan gamis gandum gang ganti garam garasi garpu garu garuda gasing gatal gaun gawai gawang gayung gedung gelang
  gelanggang gelap gelas gema gembira gembok gempa gendang genset genteng geografi gerabah gereja gergaji gerinda gigi gimbal ginjal giok gips
  gitar gizi glaukoma globe golf golok gong gorden gorila granat granit gratis gubernur gudang gudeg gula gulai gulat guling gunting gunung
  gurami gurita guru gurun gusi hajatan haji hakim halma halte hamster handuk hangat harap hari harimau harmonika harpa hati hazmat headset
  helikopter helm herbal hias hidung hidup hiena hipertensi hitung hobi hoki hotel hujan hukum ibuprofen iguana ijazah ikan iklan ilalang ilmu
  importir imunisasi informasi infus inhaler insinyur insomnia insulin intan interior internet inverter investor isolasi istana istri isya
  jaga jaguar jagung jahe jahit jaket jaksa jalak jalan jambu jamu jamur janda jangka jangkrik jantung januari jari jaring jarum jati jauh
  jembatan jemput jemur jendela jengkol jerapah jerawat jeruk jetski jintan joystick jubah judo juicer juli jumat juni jurnal kabel kabupaten
  kabut kaca kacamata kacang kafe kain kakap kakatua kakek kaki kaktus kalajengking kalender kalkun kalori kalsium kalung kamar kamboja kamera
  kameramen kamis kampung kampus kamus kancil kangkung kanguru kanker kano kanopi kantin kantor kapak kapal kapas kapasitor kapsul kapur
  karambol karate karbohidrat karburator karcis kardus karedok karet kari karnaval karpet kartu kartun karyawan kasir kasur katak katalog
  katarak katrol katun kaus kavling kaya kayumanis kebab kebakaran kebaya kebun kecap kecapi kecewa kecipir kecoak kedelai keju kekasih kelapa
  kelas keledai kelelawar kelenteng kelereng kelinci kemah kemarin kemas kemeja kemiri kemoceng kemudi kenanga kenari kencur kenduri kentang
  keong kepala kepiting keponakan kera kerajaan keramik keran kerang kerapu keras kerbau kereta kerikil kering keripik keris kernet kerok
  kertas kerudung kerupuk keseleo kesemek keset ketapang ketik ketoprak ketumbar ketupat keyboard keychain khitan khusus kiai kijang kikir
  kilat kimia kios kipas kirim kiwi klakson klarinet klasik klepon klinik klip kloset kluwek knalpot koala kobra kodok kolam kolesterol
  kolintang komidi komik komodo kompor kompresor komputer kondektur konser konsol konsultasi kontrak kontrakan kontraktor konverter koper kopi
  kopling koran kornet kosan kosong kota kotor koyo krayon kredit kriket krisan kruk kuas kuat kubis kuburan kucing kuda kudis kuitansi kuku
  kukusan kuli kulit kulkas kumbang kunang kunci kuningan kuno kunyit kupon kupu kura kurap kurir kurma kursi kursus kusen kusut kutu laba
  laboratorium labu lada ladang lagu lakban lalat lama lamaran lambat lambung lampu landak langit langka lansia lanskap lantai lanyard laporan
  laptop lari lasagna latih lautan lavender lawak layangan layar leasing lebah leci leher lelang lele lemah lemak lemari lembah lembap lempar
  lemper lencana lengan lengkuas lensa liburan lidah lili lilin linen linggis lintah lipan lipat lipstik listrik llama lobak lobster lomba
  lompat longsor lontong losmen lotek luas ludo luka lukis lukisan lumpia lumpur lumut lunak lurah lurus lusa lutut luwak maag macan madu
  magnet magrib mahal mahasiswa mahkota mahoni main majalah makalah makam makelar malam malaria malas malu manajer mandor mangga manggis
  mangkuk mantel manual manusia marah maret margarin markisa marmer marmut martabak masinis masjid maskara masker masyarakat mata matahari
  matematika materai mati matras mawar medali meja mekanik melati melon memar memori menantu menara mendaki mendung menit mentega menteri menu
  merak meranti meriam merica merpati mertua mesin meteran migrain mikrofon mikrokontroler mikser mimpi mineral minggu minimarket minyak
  miring miskin mixer mobil modal model modem modern monitor monopoli montir monyet motor mouse mual mujair mukena multimeter mulut muntah
  murah murai murid musala musang museum musik musuh mutiara nakhoda nanas nangka nanti nasi nebulizer negara nelayan nenek neon ngarai nikah
  nila nilon nota notaris notebook novel november nuklir nuri nyamuk nyanyi obeng obligasi obor oksimeter oktober olimpiade oncom ongkos
  operasi opor orang orangutan ordner organ otak otomatis otot oval oven oyong pabrik pacar padang padi pagar pagi paha pahat pajak pakis paku
  pala palem palu paman pameran pamflet panah panahan panas panci pancuran panda pandai panel pangeran panggangan pangkas panjat pantai pantun
  panu papan papantik parabola parang parasetamol pare parfum parit parkir paru pasang pasar pasir paspor pastel pastor patah patin patung
  paus pawai payung pecel peci pedagang pedang pegawai pejabat pekan pelabuhan pelangi pelatihan pelaut pelikan pelindung pelukis peluru
  pemandu pematung pembalut pembantu pemburu pemindai pempek pemuda pemukul pemusik pemutar pena penambang penari pendeta penduduk penerbit
  penerjemah pengacara pengarang pengasuh pengeras penggaris penggembala penghapus penginapan pengusaha penjaga penjara pensil pentas penuh
  penulis penyair penyanyi penyiar penyu pepaya pepes perahu perak perangkat perawat perbaiki perban periksa perjanjian pernis perosotan
  perpustakaan persegi pertamax perumahan perunggu perut pesan pesantren pesawat pesisir pesta pesulap pesut peta petai petani peternak petir
  piala piano pijat piknik pilek pilot pindah pinggang pinggul pingpong pinguin pinjaman pintar pintu pinus pipa pipi pipit piring pisang
  pisau pistol piton piyama pizza plafon plakat planet plastik platina plester plotter poliester polio polisi politik pompa ponsel popok
  poster potong potret pramugari prangko premi presiden pribadi printer privat program promosi properti proposal protein provinsi proyektor
  psikolog puding puisi pulau pulpen punggung pura pusing puskesmas putri puyer puyuh rabies rabu radiator radio raja rajawali rajin rajungan
  rajut raket rakit ramai rambut rambutan ramen ramuan randu ranjang ransel rapat rapi rata ratu rautan rawa rawat rawon rayap rebana rekam
  reklame reksadana relai remaja rematik remis rempeyek renang rendah rendang renovasi rental resep resepsionis reservasi resistor resmi
  restoran reuni rias rindu ring ringan risoles robot roket rompi rotan roti router rubah rubi rugbi rugi rujak ruko rumah rumahsakit rumput
  rusa rusun sabit sabtu sabuk sabun safari safir sagu sahabat saham sajadah sakit saklar saksofon salad salak salam salamander salep salju
  salmon sambal sampo samudra sandal sandi sanitizer sapu saraf sarden sariawan sarung sasando sastra sate satelit satpam saus savana sawah
  sawi sawo sayang scanner seblak sedih segitiga sehat sejarah sejuk sekolah sekop sekretaris sekring sekrup selada selam selancar selasa
  selat seledri selimut selo selokan seluncur semangka sembelit semen seminar sempit semur semut senam senapan sendi sendok seng seni senin
  sensor senter sepak sepatu sepeda sepi seprai september sepupu serabi seragam serai serat serbet serial serigala sertifikasi sertifikat
  seruling server servis setir setrika sewa siang sikat siku silat silet silikon simpang simpanse singa singkong siomai siput sirkus sirsak
  sirup sisir siswa siter situs skripsi skuter slime smartwatch sofa softbox solar solder songket songkok sopir sore sorgum sosis soto sotong
  soun spageti spanduk speaker spidol spion srikaya stabilizer stadion stapler stasiun steik stempel stetoskop stik stiker stnk stopkontak
  stres stroberi stroke suami suara subuh subwoofer sulam sulaman sulap suling sultan sumbang sumpit sumur sunat sungai suntik sunting sunyi
  supir suplemen surat surya sushi susu sutra sutradara swalayan sweter syal syuting tablet tabloid tabungan tadi taekwondo tahlil tahu tahun
  tajam takoyaki takut talang talas taman tambak tambal tambur tameng tamu tanah tandon tandu tang tangan tangga taplak tari tarif tasbih
  tatah tawon teater tebing teknisi teknologi teko tekwan telepon televisi telinga teluk telur teman tembaga tembikar tembok tempe tempered
  tenggiri tenggorokan tenis tensimeter tentara tenun tepung terang terapi terapis teras teratai teri terjemah terminal termometer termos
  terompah terompet terowongan terung tesis tetangga tetikus tiara tifus tikar tiket tikus timah timbang timun tinggi tinju tinta tiram tisu
  toilet tokek tolak tomat tombak tongkat tongkol tongseng tongsis tonton topeng topi tradisional trafo trailer traktor trampolin transistor
  treadmill trem trembesi trenggiling triplek tripod trofi trotoar truk tsunami tukang tukar tulang tulip tulis tumit tumor tumpul tuna
  tunangan tupai turbin turnamen ubin udang udara ukir ukiran ukur ulama ulangtahun ular ulat ulos umbul umrah umum undang unik universitas
  unta upacara upah uranium urut ustaz usus utang vaksin vanili velg vertigo video vila visa vitamin voli voucer waduk wajan walet walikota
  wangi warga wartawan warteg waru wasiat wasir wastafel wayang webcam wihara wilayah wiper wisata wisuda wortel yoga yoghurt zamrud zebra
  ziarah zuhur
`);
