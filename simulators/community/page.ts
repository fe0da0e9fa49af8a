/** The page of a neighbourhood association. Everything on it is made up. */
export function communityPage(marketUrl: string, widgetKey: string | null): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Warga RW 05 Beji</title>
<link rel="stylesheet" href="/situs-demo/gaya.css">
<script type="module" src="${marketUrl}/widget/v1/berjubel.js"></script>
</head>
<body>
<header><p class="name">Warga RW 05 Beji</p><p>Rukun, bersih, saling bantu</p></header>
<main>
<h1>Kabar minggu ini</h1>
<article><h2>Kerja bakti Minggu pagi</h2><p>Kumpul di pos ronda pukul 06.30. Bawa sapu dan ember; sarapan bubur dari ibu-ibu dasawisma.</p></article>
<article><h2>Posyandu balita</h2><p>Rabu pukul 08.00 di rumah Bu RT 02. Jangan lupa buku KIA.</p></article>
<section aria-labelledby="belanja">
<h2 id="belanja">Belanja dari tetangga</h2>
<p>Sebagian dari setiap pembelian di sini masuk kas RW.</p>
${widgetKey === null ? '<p>Widget belum ada: data demo tidak dimuat.</p>' : `<berjubel-widget key="${widgetKey}" lang="id"></berjubel-widget>`}
</section>
</main>
<footer><p>Situs contoh untuk demo Berjubel; bukan situs RW sungguhan.</p></footer>
</body>
</html>`;
}

/** Its style, on purpose not the market's: a widget must hold its own anywhere. */
export const communityStyle = `
body { margin: 0; font: 17px/1.6 Georgia, 'Times New Roman', serif; color: #23303a; background: #eef3f6; }
header, footer { background: #16435c; color: #fff; padding: 20px; }
header p, footer p { margin: 0 auto; max-width: 860px; }
.name { font-size: 28px; font-weight: bold; }
main { max-width: 860px; margin: 0 auto; padding: 20px; }
h1 { font-size: 24px; } h2 { font-size: 20px; margin: 0 0 4px; }
article { background: #fff; padding: 16px; margin: 0 0 16px; border-left: 4px solid #e08e2b; }
button { text-transform: uppercase; letter-spacing: 2px; background: hotpink; }
`;
